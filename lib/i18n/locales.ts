/** Languages of the product. Not in the URL: a link opens in the reader's own language. */
export const locales = ['ja', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'ja';

/** Cookie that remembers a person's own choice. */
export const localeCookie = 'ikkatsu-lang';

export function isLocale(value: unknown): value is Locale {
  return value === 'ja' || value === 'en';
}

/** Person's choice, else Backlog's `lang`, else Accept-Language, else ja. Unknown values are passed over. */
export function chooseLocale(candidates: {
  chosen?: string | undefined;
  backlogLang?: string | null | undefined;
  acceptLanguage?: string | null | undefined;
}): Locale {
  if (isLocale(candidates.chosen)) return candidates.chosen;
  if (isLocale(candidates.backlogLang)) return candidates.backlogLang;
  const accepted = (candidates.acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return {
        language: tag.slice(0, 2).toLowerCase(),
        quality: quality ? Number(quality.trim().slice(2)) : 1,
      };
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return accepted.map((entry) => entry.language).find(isLocale) ?? defaultLocale;
}

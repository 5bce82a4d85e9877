import type { Locale } from './locales';

/** Names one after the other: `、` in Japanese, a comma elsewhere. */
export function joinNames(locale: Locale, names: readonly string[]): string {
  return names.join(locale === 'ja' ? '、' : ', ');
}

/** Sentences one after the other: Japanese sets nothing between them, other languages a space. */
export function joinSentences(locale: Locale, sentences: readonly (string | null)[]): string {
  return sentences.filter((text) => text !== null).join(locale === 'ja' ? '' : ' ');
}

'use client';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { type Locale, locales } from '@/lib/i18n/locales';

/** Each language in its own words, so it is found by those who read only that one. */
const names: Record<Locale, string> = { ja: '日本語', en: 'English' };

export function LanguageSwitch({ setLocale }: { setLocale: (locale: Locale) => Promise<void> }) {
  const t = useTranslations('signIn');
  const current = useLocale();
  return (
    <fieldset className="inline-flex gap-px rounded-ctl border border-line-2 bg-surface-2 p-px">
      <legend className="sr-only">{t('language')}</legend>
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => void setLocale(locale)}
          className={cn(
            'h-6 rounded-[5px] px-2.5 text-12 text-fg-2',
            locale === current && 'bg-surface font-medium text-fg shadow-[0_0_0_1px_var(--line-2),var(--e1)]',
          )}
        >
          {names[locale]}
        </button>
      ))}
    </fieldset>
  );
}

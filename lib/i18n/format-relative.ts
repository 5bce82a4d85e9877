import type { Locale } from './locales';

const formats: Record<Locale, Intl.RelativeTimeFormat> = {
  ja: new Intl.RelativeTimeFormat('ja', { numeric: 'auto', style: 'narrow' }),
  en: new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'narrow' }),
};

/** `8分前` for instants less than 24 h ago, otherwise null: older ones are shown as a date. */
export function formatRelative(instant: Date, now: Date, locale: Locale): string | null {
  const seconds = Math.round((now.getTime() - instant.getTime()) / 1000);
  if (seconds < 0 || seconds >= 86_400) return null;
  if (seconds < 3600) return formats[locale].format(-Math.floor(seconds / 60), 'minute');
  return formats[locale].format(-Math.floor(seconds / 3600), 'hour');
}

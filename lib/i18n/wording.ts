import type { createTranslator } from 'next-intl';
import { formatDay, formatInstant } from './format-day';
import type { Locale } from './locales';
import type { Messages } from './messages';

/** Sentences by their key, over all namespaces: `useTranslations()`, `getTranslations()` or `createTranslator`. */
export type Translate = ReturnType<typeof createTranslator<Messages>>;

/** What sentences about plans and runs are made with, wherever they are read: on a page or in a file. */
export interface Wording {
  t: Translate;
  locale: Locale;
  /** A calendar day, given as yyyy-MM-dd. */
  day: (day: string) => string;
  /** A point in time, given as a UTC instant. */
  instant: (iso: string) => string;
}

/** Wording that says every day with its year, and every time in the space's zone. */
export function fullWording(of: { t: Translate; locale: Locale; timezone: string }): Wording {
  const { t, locale, timezone } = of;
  return {
    t,
    locale,
    day: (day) => formatDay(day, locale),
    instant: (iso) => formatInstant(new Date(iso), locale, timezone),
  };
}

import type { Locale } from './locales';
import en from './messages/en.json';
import ja from './messages/ja.json';

/** Japanese is the model: English has to have the same keys. */
export type Messages = typeof ja;

const byLocale: Record<Locale, Messages> = { ja, en };

/** All sentences of one language, in ICU message syntax. */
export function messagesOf(locale: Locale): Messages {
  return byLocale[locale];
}

import type { Locale } from './locales';
import type { Messages } from './messages';

// Makes a key that does not exist a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

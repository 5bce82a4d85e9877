'use server';

import { cookies } from 'next/headers';
import { isTheme, themeCookie } from '@/components/layout/theme';
import { isLocale, localeCookie } from '@/lib/i18n/locales';

const aYear = { path: '/', maxAge: 365 * 24 * 3600, sameSite: 'lax' } as const;

/** Remembers the reader's language in this browser. Anything but a known language is passed over. */
export async function setLocale(locale: unknown): Promise<void> {
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, aYear);
}

/** Remembers light, dark or the system's choice in this browser. */
export async function setTheme(theme: unknown): Promise<void> {
  if (isTheme(theme)) (await cookies()).set(themeCookie, theme, aYear);
}

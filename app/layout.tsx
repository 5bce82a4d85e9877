import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/noto-sans-jp/index.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PreferencesProvider } from '@/components/layout/preferences';
import { isTheme, themeCookie } from '@/components/layout/theme';
import { setLocale, setTheme } from './actions';

// The nonce of the content policy is new with every request, so no page is prerendered.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: { default: t('product'), template: `%s – ${t('product')}` }, description: t('tagline') };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()]);
  const stored = jar.get(themeCookie)?.value;
  const theme = isTheme(stored) ? stored : 'auto';
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <NextIntlClientProvider>
          <PreferencesProvider value={{ theme, setLocale, setTheme }}>{children}</PreferencesProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLocale, isLocale, localeCookie } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';
import { getSession } from './session';

/** Language and sentences of one request. */
export default getRequestConfig(async () => {
  const [jar, incoming] = await Promise.all([cookies(), headers()]);
  const chosen = jar.get(localeCookie)?.value;
  const session = isLocale(chosen) ? null : await getSession();
  const locale = chooseLocale({
    chosen,
    backlogLang: session?.connections.find((connection) => connection.lang)?.lang,
    acceptLanguage: incoming.get('accept-language'),
  });
  return { locale, messages: messagesOf(locale), timeZone: 'Asia/Tokyo' };
});

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { setLocale } from '@/app/actions';
import { SignInPage } from '@/components/sign-in/sign-in-page';
import { signInView } from '@/lib/server/sign-in-view';
import { checkSpace } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('title') };
}

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const view = await signInView(await searchParams);
  if ('redirectTo' in view) redirect(view.redirectTo);
  return <SignInPage view={view} checkSpace={checkSpace} setLocale={setLocale} />;
}

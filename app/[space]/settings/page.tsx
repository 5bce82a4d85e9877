import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsPage } from '@/components/layout/settings-page';
import { getSpaceInfo } from '@/lib/server/space-info';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout');
  return { title: t('settings') };
}

export default async function Page({ params }: { params: Promise<{ space: string }> }) {
  const { space } = await params;
  const { connections } = await getSpaceInfo(space);
  return <SettingsPage connections={connections} />;
}

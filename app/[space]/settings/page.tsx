import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { settingsOptions } from '@/components/layout/queries';
import { SettingsPage } from '@/components/layout/settings-page';
import { settingsGet } from '@/lib/actions/settings/get';
import { runAction } from '@/lib/server/run-action';
import { getSpaceInfo } from '@/lib/server/space-info';
import { saveSettings } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout');
  return { title: t('settings') };
}

export default async function Page({ params }: { params: Promise<{ space: string }> }) {
  const { space } = await params;
  const [{ connections }, settings] = await Promise.all([
    getSpaceInfo(space),
    runAction(settingsGet, { space, input: {} }),
  ]);
  const client = new QueryClient();
  if (settings.ok) client.setQueryData(settingsOptions(decodeURIComponent(space)).queryKey, settings.value);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <SettingsPage connections={connections} save={saveSettings} />
    </HydrationBoundary>
  );
}

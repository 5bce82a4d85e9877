import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RunListPage } from '@/components/runs/run-list-page';
import { runListOptions } from '@/components/runs/run-query';
import { runsList } from '@/lib/actions/runs/list';
import { runAction } from '@/lib/server/run-action';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('runs');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ space: string }> }) {
  const { space } = await params;
  const list = await runAction(runsList, { space, input: {} });
  const client = new QueryClient();
  if (list.ok) {
    const { queryKey } = runListOptions(decodeURIComponent(space));
    client.setQueryData(queryKey, { pages: [list.value], pageParams: [null] });
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <RunListPage />
    </HydrationBoundary>
  );
}

import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { prefetchIssues } from '@/app/[space]/issues/prefetch';
import { OverduePage } from '@/components/operations/overdue/overdue-page';
import { overdueView } from '@/components/operations/overdue/overdue-view';
import { holidaysAround } from '@/lib/server/holidays-around';
import { getSpaceInfo } from '@/lib/server/space-info';
import { draftOverdue } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout.operation');
  return { title: t('overdue') };
}

export default async function Page({ params }: { params: Promise<{ space: string }> }) {
  const { space } = await params;
  const { info } = await getSpaceInfo(space);
  const client = await prefetchIssues(space, info.host, overdueView([], info.today));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OverduePage draft={draftOverdue} holidays={holidaysAround(info.today)} />
    </HydrationBoundary>
  );
}

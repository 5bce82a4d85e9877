import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { prefetchIssues } from '@/app/[space]/issues/prefetch';
import { parseIssuesUrl } from '@/components/issues/issues-url';
import { HandoverPage } from '@/components/operations/handover/handover-page';
import { holidaysAround } from '@/lib/server/holidays-around';
import { getSpaceInfo } from '@/lib/server/space-info';
import { draftHandover } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout.operation');
  return { title: t('handover') };
}

export default async function Page({ params }: { params: Promise<{ space: string }> }) {
  const { space } = await params;
  const { info } = await getSpaceInfo(space);
  // All open issues: the list that the issues page shows without any condition.
  const client = await prefetchIssues(space, info.host, parseIssuesUrl(new URLSearchParams()));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <HandoverPage draft={draftHandover} holidays={holidaysAround(info.today)} />
    </HydrationBoundary>
  );
}

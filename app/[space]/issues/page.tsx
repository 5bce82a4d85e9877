import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IssuesPage } from '@/components/issues/issues-page';
import { parseIssuesUrl } from '@/components/issues/issues-url';
import { getSpaceInfo } from '@/lib/server/space-info';
import { draftPlan } from './actions';
import { prefetchIssues } from './prefetch';

interface PageProps {
  params: Promise<{ space: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('issues');
  return { title: t('title') };
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ space }, query] = await Promise.all([params, searchParams]);
  const { info } = await getSpaceInfo(space);
  const client = await prefetchIssues(space, info.host, parseIssuesUrl(toSearchParams(query)));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <IssuesPage now={new Date().toISOString()} draftPlan={draftPlan} />
    </HydrationBoundary>
  );
}

function toSearchParams(query: Awaited<PageProps['searchParams']>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [value].flat().map((each) => [name, each] as [string, string]),
    ),
  );
}

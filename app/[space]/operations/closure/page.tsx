import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClosurePage } from '@/components/operations/closure/closure-page';
import { readClosureAddress } from '@/components/operations/closure/closure-url';
import { getSpaceInfo } from '@/lib/server/space-info';
import { draftClosure } from './actions';
import { prefetchClosure } from './prefetch';

interface PageProps {
  params: Promise<{ space: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout.operation');
  return { title: t('closure') };
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ space }, query] = await Promise.all([params, searchParams]);
  const { info } = await getSpaceInfo(space);
  const named = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const client = await prefetchClosure(space, info, readClosureAddress(named));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ClosurePage draft={draftClosure} />
    </HydrationBoundary>
  );
}

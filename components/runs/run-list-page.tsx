'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { ErrorCallout } from '@/components/layout/error-callout';
import { readErrorOf } from '@/components/layout/fetch-result';
import { PageFrame } from '@/components/layout/page-frame';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { runListOptions } from './run-query';
import { RunRows } from './run-rows';

/** Everything this person has run in the space, the latest first. */
export function RunListPage() {
  const t = useTranslations('runs');
  const common = useTranslations('common');
  const locale = useLocale();
  const { host } = useSpace();
  const query = useInfiniteQuery(runListOptions(host));
  const runs = query.data?.pages.flatMap((page) => page.runs) ?? [];
  const updated = runs.reduce((sum, run) => sum + run.counts.applied, 0);
  return (
    <PageFrame
      title={<h1>{t('title')}</h1>}
      actions={<span className="text-12 text-fg-3 phone:hidden">{t('list.permanent')}</span>}
    >
      {query.error ? (
        <ErrorCallout
          error={readErrorOf(query.error)}
          className="m-4 flex-none"
          action={<Button onClick={() => void query.refetch()}>{common('retry')}</Button>}
        />
      ) : null}
      {query.isPending ? <ListSkeleton label={common('loading')} /> : null}
      {query.data && runs.length === 0 ? <NoRuns /> : null}
      {runs.length > 0 ? (
        <>
          <p className="flex-none px-5 py-2 text-12 text-fg-3 tabular-nums phone:px-4">
            <b className="mr-2 text-15 text-fg">
              {t('list.count', {
                count: `${runs.length.toLocaleString(locale)}${query.hasNextPage ? '+' : ''}`,
              })}
            </b>
            {t('list.updated', { count: updated })}
          </p>
          <div className="relative min-h-0 flex-1 overflow-y-auto">
            <RunRows runs={runs} />
            {query.hasNextPage ? (
              <div className="p-4">
                <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('list.more')}
                </Button>
              </div>
            ) : null}
          </div>
        </>
      ) : null}
    </PageFrame>
  );
}

function NoRuns() {
  const t = useTranslations('runs.list');
  const { host } = useSpace();
  return (
    <div className="flex flex-1 flex-col items-center justify-center p-6 text-center">
      <span className="mb-2 grid size-[38px] place-items-center rounded-[10px] border border-line-2 text-fg-3">
        <History size={18} aria-hidden />
      </span>
      <h2 className="font-semibold text-14">{t('emptyTitle')}</h2>
      <p className="mt-1 mb-4 max-w-[440px] text-[12.5px] text-fg-2">{t('emptyText')}</p>
      <Button asChild tone="ink">
        <Link href={`/${host}/issues`}>{t('emptyAction')}</Link>
      </Button>
    </div>
  );
}

const rows = [0, 1, 2, 3, 4, 5, 6, 7];

function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="flex-1 transition-opacity delay-100 starting:opacity-0">
      <span className="sr-only">{label}</span>
      <div className="mt-9 h-[30px] border-line border-y bg-surface-2" />
      {rows.map((row) => (
        <div key={row} className="flex h-10 items-center gap-6 border-line border-b px-5">
          <Skeleton className="w-10" />
          <Skeleton className="w-1/3" />
          <Skeleton className="w-24" />
        </div>
      ))}
    </div>
  );
}

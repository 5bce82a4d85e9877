'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ErrorCallout } from '@/components/layout/error-callout';
import { readErrorOf } from '@/components/layout/fetch-result';
import { PageFrame } from '@/components/layout/page-frame';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { EvidenceActions } from './evidence-actions';
import { EvidenceBody } from './evidence-body';
import { evidenceOptions } from './evidence-query';

/** The record of a run, to read, to print and to keep. */
export function EvidencePage({ runId }: { runId: string }) {
  const t = useTranslations('evidence');
  const runs = useTranslations('runs');
  const common = useTranslations('common');
  const { host } = useSpace();
  const query = useInfiniteQuery(evidenceOptions(host, runId));
  const pages = query.data?.pages ?? [];
  const run = pages[0]?.head.run;
  const number = String(run?.planNumber ?? '');
  return (
    <PageFrame
      title={
        <>
          <Link href={`/${host}/runs`} className="hover:text-fg narrow:hidden">
            {runs('title')}
          </Link>
          <ChevronRight size={12} aria-hidden className="shrink-0 narrow:hidden" />
          {run ? (
            <>
              <Link href={`/${host}/runs/${runId}`} className="truncate hover:text-fg phone:hidden">
                {runs('runTitle', { number })}
              </Link>
              <ChevronRight size={12} aria-hidden className="shrink-0 phone:hidden" />
            </>
          ) : null}
          <h1>{t('title')}</h1>
        </>
      }
      actions={run ? <EvidenceActions runId={runId} /> : null}
    >
      {query.error ? (
        <ErrorCallout
          error={readErrorOf(query.error)}
          className="m-4 flex-none"
          action={<Button onClick={() => void query.refetch()}>{common('retry')}</Button>}
        />
      ) : null}
      {pages.length > 0 ? (
        <EvidenceBody
          pages={pages}
          onRefresh={() => void query.refetch()}
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : null}
          busy={query.isFetching}
        />
      ) : null}
    </PageFrame>
  );
}

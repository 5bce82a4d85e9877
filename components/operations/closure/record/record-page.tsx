'use client';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Printer } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ErrorCallout } from '@/components/layout/error-callout';
import { readErrorOf } from '@/components/layout/fetch-result';
import { PageFrame } from '@/components/layout/page-frame';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { ClosureSkeleton } from '../closure-skeleton';
import { RecordBody } from './record-body';
import { recordItemsOptions, recordOptions, recordRunOptions } from './record-query';

/** 締めの記録: what closing a milestone came to, to read, to print and to take along. */
export function RecordPage({ runId }: { runId: string }) {
  const t = useTranslations('operations.closure.record');
  const runs = useTranslations('runs');
  const common = useTranslations('common');
  const { host } = useSpace();
  const record = useQuery(recordOptions(host, runId));
  const run = useQuery(recordRunOptions(host, runId));
  const items = useQuery(recordItemsOptions(host, runId, record.data));
  const failed = record.error ?? run.error ?? items.error;
  return (
    <PageFrame
      title={
        <>
          <Link href={`/${host}/runs/${encodeURIComponent(runId)}`} className="hover:text-fg phone:hidden">
            {run.data ? runs('runTitle', { number: String(run.data.planNumber) }) : runs('title')}
          </Link>
          <ChevronRight size={12} aria-hidden className="shrink-0 phone:hidden" />
          <h1>{t('page')}</h1>
        </>
      }
      actions={
        <Button onClick={() => window.print()} className="print:hidden phone:h-9">
          <Printer size={14} aria-hidden />
          {t('print')}
        </Button>
      }
    >
      {failed ? (
        <ErrorCallout
          error={readErrorOf(failed)}
          className="m-4 flex-none"
          action={<Button onClick={() => void record.refetch()}>{common('retry')}</Button>}
        />
      ) : null}
      {record.data && run.data ? (
        <RecordBody record={record.data} run={run.data} items={items.data?.items} />
      ) : failed ? null : (
        <ClosureSkeleton />
      )}
    </PageFrame>
  );
}

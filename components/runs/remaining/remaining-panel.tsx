'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, RefreshCw } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { callAction } from '@/components/layout/call-action';
import { ErrorCallout } from '@/components/layout/error-callout';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import type { RunActions, RunDetail } from '../run-data';
import { RemainingList } from './remaining-list';
import { type Remaining, remainingKey, remainingOptions } from './remaining-query';

interface RemainingPanelProps {
  run: RunDetail;
  keep: RunActions['keepIssues'];
}

/** What the leaver of a handover still holds: it is over when nothing is left but what is kept on purpose. */
export function RemainingPanel({ run, keep }: RemainingPanelProps) {
  const t = useTranslations('runs.remaining');
  const common = useTranslations('common');
  const { host } = useSpace();
  const client = useQueryClient();
  const read = useQuery(remainingOptions(host, run.id, run.endedAt));
  const keeping = useMutation({
    networkMode: 'always',
    mutationFn: (wanted: { issueIds: number[]; kept: boolean }) =>
      callAction(keep(host, { runId: run.id, ...wanted })),
    onSettled: () => client.invalidateQueries({ queryKey: remainingKey(host, run.id) }),
  });
  const failure = read.error ?? keeping.error;
  const remaining = read.data;
  return (
    <section
      aria-label={t('title')}
      aria-busy={read.isFetching}
      className="border-line border-b px-7 pt-3 pb-4 phone:px-4"
    >
      {failure ? (
        <ErrorCallout
          error={readErrorOf(failure)}
          className="mb-3"
          action={<Button onClick={() => void read.refetch()}>{common('retry')}</Button>}
        />
      ) : null}
      {remaining ? (
        <>
          <Head remaining={remaining} reading={read.isFetching} onRead={() => void read.refetch()} />
          <RemainingList
            remaining={remaining}
            busy={keeping.isPending}
            onKeep={(issueIds, kept) => keeping.mutate({ issueIds, kept })}
          />
        </>
      ) : failure ? null : (
        <div role="status" className="grid gap-3 py-2">
          <span className="sr-only">{t('reading', { name: run.subject ?? '—' })}</span>
          <Skeleton className="w-1/3" />
          <Skeleton className="w-2/3" />
        </div>
      )}
    </section>
  );
}

interface HeadProps {
  remaining: Remaining;
  reading: boolean;
  onRead: () => void;
}

/** The count that decides, when it was read, and the way to hand over what is left. */
function Head({ remaining, reading, onRead }: HeadProps) {
  const t = useTranslations('runs.remaining');
  const format = useFormat();
  const { host } = useSpace();
  const client = useQueryClient();
  const { counts, from, finished, readAt } = remaining;
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1">
      <div role="status" className="min-w-0 flex-1 phone:w-full phone:flex-none">
        {finished ? (
          <h2 className="flex items-center gap-2 font-semibold text-14">
            <CircleCheck size={16} aria-hidden className="shrink-0 text-ok" />
            {t('finished')}
          </h2>
        ) : (
          <h2 className="font-semibold text-14">
            {t.rich('left', {
              name: from.label,
              count: counts.left,
              b: (chunks) => <b className="text-warn tabular-nums">{chunks}</b>,
            })}
          </h2>
        )}
        <p className="text-12 text-fg-3">
          {finished
            ? counts.kept > 0
              ? t('onlyKept', { name: from.label, count: counts.kept })
              : t('none', { name: from.label })
            : t('until')}
        </p>
      </div>
      <span className="text-11 text-fg-3 tabular-nums">{t('readAt', { time: format.time(readAt) })}</span>
      <Button
        tone="ghost"
        size="square"
        aria-label={t('readAgain')}
        title={t('readAgain')}
        onClick={onRead}
        className="phone:size-11"
      >
        <RefreshCw
          size={14}
          aria-hidden
          className={cn(reading && 'animate-spin motion-reduce:animate-none')}
        />
      </Button>
      {finished ? null : (
        <Button asChild className="phone:h-11">
          <Link
            href={`/${host}/operations/handover?from=${from.id}`}
            // The run has changed who holds what.
            onClick={() => void client.invalidateQueries({ queryKey: [host, 'issues'] })}
          >
            {t('handOver')}
          </Link>
        </Button>
      )}
    </div>
  );
}

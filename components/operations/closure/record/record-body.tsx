'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { RelatedRuns } from '@/components/runs/related-runs';
import type { RunDetail, RunItem } from '@/components/runs/run-data';
import { Callout } from '@/components/ui/callout';
import { Skeleton } from '@/components/ui/skeleton';
import { BurndownChart } from '../burndown-chart';
import { burndownOf } from '../burndown-shape';
import type { ClosureRecord } from '../closure-data';
import { CopyButton } from '../copy-button';
import { reportText } from '../report-text';
import { usePeriodText } from '../use-period-text';
import { DownloadButton } from './download-button';
import { RecordFigures } from './record-figures';
import { recordIssues } from './record-issues';
import { RecordList } from './record-list';
import { RecordPeople } from './record-people';
import { RecordResults } from './record-results';
import { useArchiveText } from './use-archive-text';
import { useRecordDocument } from './use-record-document';

interface RecordBodyProps {
  record: ClosureRecord;
  run: RunDetail;
  /** Undefined until they are read. */
  items: readonly RunItem[] | undefined;
}

export function RecordBody({ record, run, items }: RecordBodyProps) {
  const t = useTranslations('operations.closure.record');
  const common = useTranslations('common');
  const { host } = useSpace();
  const format = useFormat();
  const period = usePeriodText();
  const archiveText = useArchiveText();
  const documentOf = useRecordDocument();
  const issues = useMemo(() => recordIssues(items ?? [], record), [items, record]);
  const markdown = useMemo(
    () => reportText(documentOf(record, issues), 'markdown'),
    [documentOf, record, issues],
  );
  const { milestone, snapshot } = record;
  const burndown = snapshot?.figures ? burndownOf(snapshot.figures, 'issues') : null;
  const archived = archiveText(record);
  const days = snapshot ? period(snapshot) : '';
  return (
    <div className="min-h-0 flex-1 overflow-y-auto print:overflow-visible">
      <article className="mx-auto grid max-w-[860px] gap-6 px-7 py-6 phone:px-4 print:max-w-none print:px-0">
        <div>
          <p className="font-semibold text-20">{t('title', { milestone: milestone.label })}</p>
          <p className="text-12 text-fg-3 tabular-nums">
            {[days, t('approved', { name: run.approvedBy, at: format.instant(run.approvedAt) })]
              .filter(Boolean)
              .join(' ・ ')}
          </p>
          <div className="mt-3 flex flex-wrap gap-2 print:hidden">
            <DownloadButton
              text={markdown}
              fileName={`${t('title', { milestone: milestone.label })}.md`}
              label={t('download')}
            />
            <CopyButton text={markdown} label={t('copy')} />
          </div>
        </div>
        {archived ? (
          <Callout tone={archived.tone}>
            <b className="mr-1.5">{archived.title}</b>
            {archived.text}{' '}
            {archived.tone === 'warn' ? (
              <Link
                href={`/${host}/runs/${encodeURIComponent(run.id)}`}
                className="whitespace-nowrap font-medium underline underline-offset-3 print:hidden"
              >
                {t('openRun')}
              </Link>
            ) : null}
          </Callout>
        ) : null}
        <RelatedRuns run={run} />
        <RecordFigures record={record} />
        {burndown ? (
          <section aria-label={t('burndown')}>
            <h2 className="font-semibold text-14">{t('burndown')}</h2>
            <BurndownChart burndown={burndown} after={[]} measure="issues" />
          </section>
        ) : null}
        <div className="grid grid-cols-2 items-start gap-8 phone:grid-cols-1">
          <RecordResults record={record} />
          <RecordPeople people={record.carriedOverBy} />
        </div>
        {items === undefined ? (
          <div role="status" className="grid gap-3">
            <span className="sr-only">{common('loading')}</span>
            <Skeleton className="w-1/2" />
            <Skeleton className="w-2/3" />
          </div>
        ) : (
          <>
            <RecordList title={t('notDone')} items={issues.notDone} reasons />
            <RecordList title={t('undone')} items={issues.undone} />
            <RecordList title={t('closed')} items={issues.close} />
            <RecordList title={t('carriedOver', { name: record.next?.label ?? '—' })} items={issues.next} />
            <RecordList title={t('withoutMilestone')} items={issues.none} />
          </>
        )}
      </article>
    </div>
  );
}

'use client';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { evidenceLines } from '@/lib/i18n/evidence/lines';
import { evidenceSummary, exactTime } from '@/lib/i18n/evidence/summary';
import { fullWording } from '@/lib/i18n/wording';
import { isOver } from '../run-state';
import { EVIDENCE_ROWS, type Evidence } from './evidence-query';
import { EvidenceSummary } from './evidence-summary';
import { EvidenceTable } from './evidence-table';

interface EvidenceBodyProps {
  pages: readonly Evidence[];
  onRefresh: () => void;
  /** Null when all rows are here. */
  onMore: (() => void) | null;
  busy: boolean;
}

/** Summary and rows, as far as they have been read. */
export function EvidenceBody({ pages, onRefresh, onMore, busy }: EvidenceBodyProps) {
  const root = useTranslations();
  const t = useTranslations('evidence');
  const common = useTranslations('common');
  const locale = useLocale();
  const { host } = useSpace();
  const { head, total, items } = useMemo(() => whole(pages), [pages]);
  const wording = useMemo(
    () => fullWording({ t: root, locale, timezone: head.timezone }),
    [root, locale, head.timezone],
  );
  const sections = useMemo(() => evidenceSummary(wording, head, total), [wording, head, total]);
  const rows = useMemo(() => items.map(evidenceLines(wording, head)), [items, wording, head]);
  const time = (instant: string) => exactTime(wording, head.timezone, instant);
  const { run } = head;
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto print:overflow-visible print:[page:evidence]">
      <p className="hidden px-5 font-semibold text-16 print:block">
        {t('of', { number: String(run.planNumber) })}
      </p>
      <Link
        href={`/${host}/runs/${run.id}`}
        className="mx-4 mt-3 hidden text-12 text-fg-2 underline underline-offset-3 phone:inline-block print:hidden!"
      >
        {t('backToRun')}
      </Link>
      {isOver(run) ? null : (
        <Callout
          tone="warn"
          className="mx-5 mt-4 phone:mx-4"
          action={
            <Button disabled={busy} onClick={onRefresh} className="print:hidden">
              {t('refresh')}
            </Button>
          }
        >
          {t('live', { count: run.counts.left, at: time(head.at) })}
        </Callout>
      )}
      <EvidenceSummary sections={sections} />
      <EvidenceTable rows={rows} time={time} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-4 text-12 text-fg-2 phone:px-4">
        <p className="tabular-nums">
          {rows.length < total
            ? t('shown', { from: 1, to: rows.length, total })
            : common('issues', { count: total })}
        </p>
        {onMore ? (
          <>
            <Button disabled={busy} onClick={onMore} className="print:hidden">
              {t('more', { count: Math.min(EVIDENCE_ROWS, total - rows.length) })}
            </Button>
            <p>{t('partial', { shown: rows.length, total })}</p>
          </>
        ) : null}
      </div>
    </div>
  );
}

/** The head as it was read last: later pages may know of later runs. */
function whole(pages: readonly Evidence[]): Evidence {
  const [first, ...more] = pages;
  if (first === undefined) throw new Error('a record without a page');
  const { head, total } = more.at(-1) ?? first;
  return { head, total, items: pages.flatMap((page) => page.items) };
}

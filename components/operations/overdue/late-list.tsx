'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { leftOutAfter } from '@/components/operations/left-out-after';
import { TickAll } from '@/components/operations/tick-all';
import { Button } from '@/components/ui/button';
import type { IssueRow } from '@/lib/columns/issue-row';
import type { ReferenceIndex } from '@/lib/columns/reference-index';
import { LateLine } from './late-line';
import type { MarkedIssue } from './use-marking';

const FIRST_ROWS = 6;
const MORE_ROWS = 100;

interface LateListProps {
  /** Every issue within the conditions. */
  meant: readonly MarkedIssue[];
  /** Issues whose boxes are empty, also of those that the conditions do not let through. */
  leftOut: readonly number[];
  /** Some issue is overdue, whatever the conditions. */
  anyOverdue: boolean;
  /** All issues are here. */
  ready: boolean;
  index: ReferenceIndex;
  onLeftOut: (ids: number[]) => void;
}

/** The overdue issues, the longest overdue first; an empty box leaves one as it is. */
export function LateList({ meant, leftOut, anyOverdue, ready, index, onLeftOut }: LateListProps) {
  const t = useTranslations('operations.overdue.list');
  const [most, setMost] = useState(FIRST_ROWS);
  const taken = meant.filter(({ out }) => !out).length;
  const rows = meant.map(({ row }) => row);
  const put = (ticks: readonly IssueRow[], goes: boolean) => onLeftOut(leftOutAfter(leftOut, ticks, goes));
  if (meant.length === 0) {
    return ready ? <p className="mt-3 text-fg-3">{anyOverdue ? t('nothing') : t('none')}</p> : null;
  }
  return (
    <div className="mt-4 rounded-card border border-line">
      <TickAll ticked={taken} of={meant.length} onAll={(goes) => put(rows, goes)}>
        {t('taken', { count: taken, of: meant.length })}
      </TickAll>
      <ul aria-label={t('name')} className="divide-y divide-line">
        {meant.slice(0, most).map((issue) => (
          <LateLine
            key={issue.row.id}
            issue={issue}
            index={index}
            onTaken={(goes) => put([issue.row], goes)}
          />
        ))}
      </ul>
      {meant.length > most ? (
        <Button tone="ghost" block className="phone:h-11" onClick={() => setMost(most + MORE_ROWS)}>
          {t('more', { count: Math.min(MORE_ROWS, meant.length - most) })}
        </Button>
      ) : null}
    </div>
  );
}

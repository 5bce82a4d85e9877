'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import { ColorChip } from '@/components/ui/color-chip';
import { isOverdue } from '@/lib/columns/is-overdue';
import type { IssueRow } from '@/lib/columns/issue-row';
import type { ReferenceIndex } from '@/lib/columns/reference-index';
import { IssueKeyLink } from '../issue-key-link';
import { leftOutAfter } from '../left-out-after';
import { TickAll } from '../tick-all';

const FIRST_ROWS = 8;
const MORE_ROWS = 100;

interface IssueListProps {
  name: string;
  rows: readonly IssueRow[];
  index: ReferenceIndex;
  /** Key of a parent, where it is an open issue. */
  keyOf: (issueId: number) => string | undefined;
  /** Boxes that say which issues go; null for a list that only informs. */
  boxes: {
    leftOut: ReadonlySet<number>;
    onLeftOut: (ids: number[]) => void;
  } | null;
  /** Show all rows from the start: something is chosen in each. */
  whole: boolean;
  /** At the end of a row: who gets it. */
  renderEnd: (row: IssueRow) => ReactNode;
}

/** Issues, one line each; two on a phone. */
export function IssueList({ name, rows, index, keyOf, boxes, whole, renderEnd }: IssueListProps) {
  const t = useTranslations('operations.handover.list');
  const [most, setMost] = useState(whole ? MORE_ROWS : FIRST_ROWS);
  const shown = rows.slice(0, most);
  const leftOut = boxes?.leftOut ?? new Set<number>();
  const ticked = rows.filter((row) => !leftOut.has(row.id)).length;
  const put = (ticks: readonly IssueRow[], goes: boolean) =>
    boxes?.onLeftOut(leftOutAfter(leftOut, ticks, goes));
  if (rows.length === 0) return <p className="py-2 text-fg-3">{t('empty')}</p>;
  return (
    <div className="rounded-card border border-line">
      {boxes ? (
        <TickAll ticked={ticked} of={rows.length} onAll={(goes) => put(rows, goes)}>
          {t('ticked', { count: ticked, of: rows.length })}
        </TickAll>
      ) : null}
      <ul aria-label={name} className="divide-y divide-line">
        {shown.map((row) => (
          <li
            key={row.id}
            className={cn(
              'flex min-h-9 items-center gap-x-2.5 gap-y-1 px-2.5 py-1 phone:flex-wrap phone:py-2',
              leftOut.has(row.id) && 'text-fg-3',
            )}
          >
            {boxes ? (
              <Checkbox
                aria-label={t('goes', { key: row.issueKey })}
                checked={!leftOut.has(row.id)}
                onCheckedChange={(checked) => put([row], checked === true)}
              />
            ) : null}
            <IssueLine
              row={row}
              index={index}
              parentKey={row.parentIssueId === null ? undefined : keyOf(row.parentIssueId)}
            />
            <span className="ml-auto flex shrink-0 items-center justify-end wide:min-w-24">
              {renderEnd(row)}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > most ? (
        <Button tone="ghost" block className="phone:h-11" onClick={() => setMost(most + MORE_ROWS)}>
          {t('more', { count: rows.length - most })}
        </Button>
      ) : null}
    </div>
  );
}

interface IssueLineProps {
  row: IssueRow;
  index: ReferenceIndex;
  parentKey: string | undefined;
}

function IssueLine({ row, index, parentKey }: IssueLineProps) {
  const t = useTranslations('operations.handover.list');
  const { today } = useSpace();
  const { shortDay } = useFormat();
  const status = index.status(row.projectId, row.statusId);
  return (
    <>
      <IssueKeyLink issueKey={row.issueKey} className="w-[76px] shrink-0 text-12" />
      <span className="min-w-0 flex-1 truncate" title={row.summary}>
        {row.summary}
        {parentKey ? <span className="ml-2 text-11 text-fg-3">{t('parent', { key: parentKey })}</span> : null}
      </span>
      <span className="hidden w-full phone:block" />
      <span className="max-w-28 shrink-0">
        <ColorChip label={status?.name ?? String(row.statusId)} color={status?.color} />
      </span>
      <span
        className={cn(
          'w-24 shrink-0 text-right text-12 text-fg-3 tabular-nums',
          isOverdue(row, today) && 'font-medium text-danger',
        )}
      >
        {row.dueDate === null ? '—' : shortDay(row.dueDate)}
      </span>
    </>
  );
}

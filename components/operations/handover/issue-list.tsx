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
  const common = useTranslations('common');
  const [most, setMost] = useState(whole ? MORE_ROWS : FIRST_ROWS);
  const shown = rows.slice(0, most);
  const leftOut = boxes?.leftOut ?? new Set<number>();
  const ticked = rows.filter((row) => !leftOut.has(row.id)).length;
  const put = (ids: readonly number[], goes: boolean) => {
    const next = new Set(leftOut);
    for (const id of ids) {
      if (goes) next.delete(id);
      else next.add(id);
    }
    boxes?.onLeftOut([...next]);
  };
  if (rows.length === 0) return <p className="py-2 text-fg-3">{t('empty')}</p>;
  return (
    <div className="rounded-card border border-line">
      {boxes ? (
        <div className="flex min-h-8 items-center gap-2.5 border-line border-b bg-surface-2 px-2.5 text-12 text-fg-2 phone:min-h-11">
          <Checkbox
            aria-label={common('selectAll')}
            checked={ticked === rows.length ? true : ticked === 0 ? false : 'indeterminate'}
            onCheckedChange={() =>
              put(
                rows.map((row) => row.id),
                ticked < rows.length,
              )
            }
          />
          <span className="tabular-nums">{t('ticked', { count: ticked, of: rows.length })}</span>
        </div>
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
                onCheckedChange={(checked) => put([row.id], checked === true)}
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
  const { origin, today } = useSpace();
  const { shortDay } = useFormat();
  const status = index.status(row.projectId, row.statusId);
  return (
    <>
      <a
        href={`${origin}/view/${encodeURIComponent(row.issueKey)}`}
        target="_blank"
        rel="noreferrer"
        title={t('open')}
        className="w-[76px] shrink-0 truncate text-12 text-fg-2 tabular-nums underline-offset-2 hover:underline"
      >
        {row.issueKey}
      </a>
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

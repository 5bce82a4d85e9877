'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useId, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import type { ClosureRow } from './closure-rows';
import { LaneRow } from './lane-row';
import { LaneSelection } from './lane-selection';

/** Rows shown at first, and how many more with every press. */
const FIRST = 50;
const MORE = 100;

interface LaneProps {
  title: ReactNode;
  /** The title in plain words. */
  name: string;
  rows: readonly ClosureRow[];
  /** Where the column goes. */
  children: ReactNode;
  /** What applies to the whole column; it makes room for the choice for selected rows. */
  tools: ReactNode;
  /** Said in place of rows. */
  empty: string;
  /** Below the list. */
  foot?: ReactNode;
  className?: string;
}

/** One column: where it goes, and its issues, all of them. */
export function Lane({ title, name, rows, children, tools, empty, foot, className }: LaneProps) {
  const t = useTranslations('operations.closure.lane');
  const common = useTranslations('common');
  const titleId = useId();
  const [shown, setShown] = useState(FIRST);
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  // Rows may leave the column while they are selected.
  const selected = rows.filter(({ issue }) => picked.has(issue.id));
  const select = useCallback((id: number, on: boolean) => {
    setPicked((before) => {
      const next = new Set(before);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const all = rows.length > 0 && selected.length === rows.length;
  const hidden = rows.length - shown;
  return (
    <section aria-labelledby={titleId} className={cn('flex min-h-0 min-w-0 flex-col px-3.5 pt-3', className)}>
      <div className="flex items-baseline gap-1.5">
        <h2 id={titleId} className="flex min-w-0 items-baseline gap-1.5 text-13">
          {title}
          <span className="ml-0.5 font-semibold text-[18px] leading-[26px] tabular-nums">
            {rows.length.toLocaleString()}
          </span>
          <span className="text-12 text-fg-3">{t('unit', { count: rows.length })}</span>
        </h2>
        <span className="flex-1" />
        {rows.length > 0 ? (
          <span className="flex min-h-6 items-center gap-1.5 self-center text-11 text-fg-3">
            <Checkbox
              id={`${titleId}-all`}
              checked={all ? true : selected.length > 0 ? 'indeterminate' : false}
              onCheckedChange={() => setPicked(new Set(all ? [] : rows.map(({ issue }) => issue.id)))}
              aria-label={t('selectAll', { name })}
            />
            <label aria-hidden htmlFor={`${titleId}-all`}>
              {common('selectAll')}
            </label>
          </span>
        ) : null}
      </div>
      <div className="flex min-h-8 flex-none items-center gap-1.5 text-fg-3">{children}</div>
      <div className="flex min-h-8 flex-none items-center gap-1.5 pb-1 text-fg-3">
        {selected.length > 0 ? <LaneSelection rows={selected} onClear={() => setPicked(new Set())} /> : tools}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto narrow:overflow-visible">
        {rows.length === 0 ? <p className="border-line border-t py-2.5 text-12 text-fg-3">{empty}</p> : null}
        <ul aria-labelledby={titleId}>
          {rows.slice(0, shown).map((row) => (
            <LaneRow key={row.issue.id} row={row} selected={picked.has(row.issue.id)} onSelect={select} />
          ))}
        </ul>
        {hidden > 0 ? (
          <button
            type="button"
            onClick={() => setShown(shown + MORE)}
            className="h-8 w-full border-line border-t text-left text-12 text-fg-2 hover:text-fg phone:h-11"
          >
            {t('more', { count: hidden })}
          </button>
        ) : null}
      </div>
      {foot}
    </section>
  );
}

'use client';
import { Ellipsis, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Bracket } from '@/components/ui/bracket';
import { Button } from '@/components/ui/button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { Destination } from './closure-data';
import type { RowDecision } from './closure-form';
import type { ClosureRow } from './closure-rows';
import { DecisionPanel } from './decision-panel';
import { DestinationChoice } from './destination-choice';
import { useLaneContext } from './lane-context';

/** What all selected rows have in common, and one decision for all of them. */
export function LaneSelection({ rows, onClear }: { rows: readonly ClosureRow[]; onClear: () => void }) {
  const t = useTranslations('operations.closure.selection');
  const { nextName, decide } = useLaneContext();
  const ids = rows.map(({ issue }) => issue.id);
  const to = common(rows.map((row) => row.to));
  const own = commonDecision(rows);
  const label = t('destination', { count: rows.length });
  return (
    <>
      <Bracket className="h-4" />
      <span className="whitespace-nowrap text-12 text-fg tabular-nums" aria-live="polite">
        {t('count', { count: rows.length })}
      </span>
      <DestinationChoice
        value={to}
        nextName={nextName}
        label={label}
        onChoose={(next) => decide(ids, { to: next, ...(next === 'close' ? {} : { resolution: undefined }) })}
      />
      <Popover>
        <PopoverTrigger asChild>
          <Button size="square" tone="ghost" aria-label={t('more')}>
            <Ellipsis size={14} aria-hidden />
          </Button>
        </PopoverTrigger>
        <PopoverContent align="end" aria-label={label} className="w-64">
          <DecisionPanel to={to} own={own} label={label} onDecide={(change) => decide(ids, change)} />
        </PopoverContent>
      </Popover>
      <Button size="square" tone="ghost" aria-label={t('clear')} onClick={onClear}>
        <X size={14} aria-hidden />
      </Button>
    </>
  );
}

function common(values: readonly (Destination | null)[]): Destination | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}

function commonDecision(rows: readonly ClosureRow[]): RowDecision {
  const [first] = rows;
  if (!first) return {};
  const { assignee, resolution } = first.own;
  const same = <K extends 'assignee' | 'resolution'>(key: K) =>
    rows.every(({ own }) => own[key]?.id === first.own[key]?.id);
  return {
    ...(assignee && same('assignee') ? { assignee } : {}),
    ...(resolution && same('resolution') ? { resolution } : {}),
  };
}

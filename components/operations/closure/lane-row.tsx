'use client';
import { ChevronDown, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { type ClosureRow, OFTEN } from './closure-rows';
import { DecisionPanel } from './decision-panel';
import { DestinationChoice } from './destination-choice';
import { useLaneContext } from './lane-context';
import { OwnDecision } from './own-decision';
import { RowFacts } from './row-facts';
import { useReasonText } from './use-reason-text';

interface LaneRowProps {
  row: ClosureRow;
  selected: boolean;
  onSelect: (issueId: number, selected: boolean) => void;
}

/** One issue: what it is, what speaks for looking at it, and what was decided for it alone. */
export const LaneRow = memo(function LaneRow({ row, selected, onSelect }: LaneRowProps) {
  const t = useTranslations('operations.closure');
  const reasonText = useReasonText();
  const { origin } = useSpace();
  const { nextName, decide } = useLaneContext();
  const { issue, lane, reasons, carryOvers, own, to } = row;
  const { issueKey } = issue;
  const saidBelow = reasons.some(({ kind }) => kind === 'carriedOver');
  return (
    <li className="border-line border-t py-[5px] [contain-intrinsic-size:auto_48px] [content-visibility:auto]">
      <div className="grid min-h-[22px] grid-cols-[15px_auto_minmax(0,1fr)_auto_auto] items-center gap-x-2 text-[12.5px]">
        <Checkbox
          tone="accent"
          checked={selected}
          onCheckedChange={(checked) => onSelect(issue.id, checked === true)}
          aria-label={t('row.select', { key: issueKey })}
        />
        <a
          href={`${origin}/view/${encodeURIComponent(issueKey)}`}
          target="_blank"
          rel="noreferrer"
          className="whitespace-nowrap text-12 text-fg-2 tabular-nums hover:underline"
        >
          {issueKey}
        </a>
        <span className="truncate" title={issue.summary}>
          {issue.summary}
        </span>
        <span>
          {carryOvers > 0 && !saidBelow ? (
            <Badge
              tone={carryOvers >= OFTEN ? 'warn' : 'plain'}
              title={t('row.carried', { times: carryOvers })}
            >
              {carryOvers >= OFTEN ? <TriangleAlert aria-hidden /> : null}
              <span aria-hidden>{t('row.carriedShort', { times: carryOvers })}</span>
              <span className="sr-only">{t('row.carried', { times: carryOvers })}</span>
            </Badge>
          ) : null}
        </span>
        <Popover>
          <PopoverTrigger
            aria-label={t('row.decide', { key: issueKey, name: issue.assigneeName ?? t('row.nobody') })}
            title={issue.assigneeName ?? t('row.nobody')}
            className="-my-1 flex h-6 items-center gap-0.5 rounded-ctl hover:bg-surface-3 phone:h-11 phone:px-2"
          >
            <Avatar size="sm" name={issue.assigneeName} id={issue.assigneeId} />
            <ChevronDown size={11} aria-hidden className="text-fg-3" />
          </PopoverTrigger>
          <PopoverContent align="end" aria-label={issueKey} className="w-64">
            <DecisionPanel
              to={to}
              own={own}
              label={t('row.destination', { key: issueKey })}
              onDecide={(change) => decide([issue.id], change)}
            />
          </PopoverContent>
        </Popover>
      </div>
      {lane === 'undecided' ? (
        <div className="mt-0.5 ml-[23px] flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
          <span className="text-11 text-warn">{reasons.map(reasonText).join(t('row.and'))}</span>
          <DestinationChoice
            value={to}
            nextName={nextName}
            label={t('row.destination', { key: issueKey })}
            onChoose={(next) =>
              decide([issue.id], { to: next, ...(next === 'close' ? {} : { resolution: undefined }) })
            }
            className="ml-auto"
          />
        </div>
      ) : null}
      <RowFacts row={row} />
      <OwnDecision row={row} />
    </li>
  );
});

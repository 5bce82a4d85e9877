'use client';
import { CircleHelp, ListFilter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RowCheckbox } from '@/components/data-table/row-checkbox';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { IssueView } from '@/lib/columns/issue-filter';
import { SortMenu } from './sort-menu';
import { toolButton } from './tool-button';
import type { IssueRows } from './use-issue-rows';

interface ListLineProps {
  list: IssueRows;
  sort: IssueView['sort'];
  onSort: (sort: IssueView['sort']) => void;
  /** How many are selected; 0 hides what belongs to the selection. */
  selectedCount: number;
  onlySelected: boolean;
  onOnlySelected: (only: boolean) => void;
  /** New values stand in the table. */
  proposing: boolean;
  head: boolean | 'mixed';
  onSelectAll: () => void;
  onHelp: () => void;
}

/** The line between filters and table: how many, how far loaded, how sorted. */
export function ListLine(props: ListLineProps) {
  const { list, selectedCount, onlySelected } = props;
  const t = useTranslations('issues');
  const common = useTranslations('common');
  return (
    <div className="flex h-[34px] flex-none items-center gap-1 pr-3 pb-2 pl-5 phone:h-11 phone:gap-2 phone:pl-4">
      <span className="hidden phone:block">
        <RowCheckbox checked={props.head} label={common('selectAll')} onClick={props.onSelectAll} />
      </span>
      <p className="mr-1.5 shrink-0 text-13 tabular-nums" aria-live="polite">
        {list.count === null ? (
          <span className="text-fg-3">{list.error ? '' : t('counting')}</span>
        ) : (
          t.rich('count', {
            count: list.count,
            b: (chunks) => <b className="text-15 tracking-[-.01em]">{chunks}</b>,
          })
        )}
      </p>
      {list.count !== null && !list.complete && !list.tooLong ? (
        <span className="mr-1.5 min-w-0 truncate text-12 text-fg-3 tabular-nums">
          {t('progress', { loaded: list.rows.length, count: list.count })}
        </span>
      ) : null}
      {selectedCount > 0 || onlySelected ? (
        <Button
          aria-pressed={onlySelected}
          onClick={() => props.onOnlySelected(!onlySelected)}
          className={cn(
            'h-[26px] text-12 phone:h-9',
            onlySelected && 'border-accent-line bg-accent-soft-2 text-accent-text hover:bg-accent-soft-2',
          )}
        >
          <ListFilter size={12} aria-hidden />
          <span className="phone:sr-only">{t('onlySelected', { count: selectedCount })}</span>
          <span aria-hidden className="hidden tabular-nums phone:inline">
            {common('issues', { count: selectedCount })}
          </span>
        </Button>
      ) : null}
      <span className="min-w-0 flex-1" />
      {props.proposing ? (
        <span className="mr-2 flex shrink-0 items-center gap-1.5 text-12 text-fg-3 narrow:hidden">
          {t.rich('proposedLegend', {
            ins: (chunks) => (
              <span className="rounded-tag bg-accent-soft-2 px-1.5 font-medium text-accent-text">
                {chunks}
              </span>
            ),
          })}
        </span>
      ) : null}
      <SortMenu sort={props.sort} onSort={props.onSort} />
      <button
        type="button"
        aria-label={t('keys.open')}
        title={t('keys.open')}
        onClick={props.onHelp}
        className={cn(toolButton, 'w-[26px] justify-center px-0 phone:hidden')}
      >
        <CircleHelp size={14} aria-hidden className="text-fg-3" />
      </button>
    </div>
  );
}

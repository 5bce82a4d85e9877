'use client';
import { useTranslations } from 'next-intl';
import type { CSSProperties, Ref } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { cn } from '@/components/ui/cn';
import { shorten } from '@/lib/i18n/shorten';
import { DiffCell } from './diff-cell';
import { IncludeBox } from './include-box';
import type { PlanItem } from './plan-data';
import { type CustomDiffs, canInclude, keptValue } from './plan-view';
import { useReasonText } from './reason-text';
import { RowBadges } from './row-badges';
import { type PlanField, planFieldOf } from './touched-fields';
import { useDiffText } from './use-diff-text';

interface DiffRowProps {
  item: PlanItem;
  fields: readonly PlanField[];
  customs: CustomDiffs;
  template: string;
  /** Place among the shown rows, from 0. */
  index: number;
  /** Place in the table, from 1; the head is the first row. */
  rowIndex: number;
  /** The one row that the Tab key reaches. */
  current: boolean;
  /** Someone changed the issue after the preview was made. */
  stale: boolean;
  disabled: boolean;
  style: CSSProperties;
  ref: Ref<HTMLDivElement>;
  onInclude: (included: boolean) => void;
  onFocus: () => void;
}

/** One issue of the plan: what goes and what comes, field by field. */
export function DiffRow(props: DiffRowProps) {
  const { item, fields, template, index, current, stale, disabled, style, ref, onInclude, onFocus } = props;
  const reason = useReasonText();
  const text = useDiffText();
  const selectable = canInclude(item);
  const acrossFields = item.pile === 'blocked' ? reason.block(item) : item.step ? text.step(item.step) : null;
  return (
    <div
      ref={ref}
      role="row"
      tabIndex={current ? 0 : -1}
      aria-rowindex={props.rowIndex}
      aria-selected={selectable ? item.included : undefined}
      data-index={index}
      data-issue={item.issueId}
      onFocus={onFocus}
      style={{ ...style, gridTemplateColumns: template }}
      className={cn(
        'absolute left-0 grid h-8 w-full scroll-mb-20 items-center border-line border-b bg-surface pr-3 pl-2 *:min-w-0 *:px-2 hover:bg-hover focus-visible:z-1 focus-visible:-outline-offset-2',
        item.pile === 'needsReview' && 'bg-warn-soft hover:bg-warn-soft',
      )}
    >
      <div role="gridcell">
        {selectable ? (
          <IncludeBox item={item} disabled={disabled} onInclude={onInclude} tabIndex={-1} />
        ) : null}
      </div>
      <div role="gridcell" className="truncate text-fg-2 tabular-nums">
        <IssueLink item={item} tabIndex={-1} />
      </div>
      <div role="gridcell" className="@container" title={item.summary}>
        <div className="flex items-center gap-1.5">
          <RowBadges item={item} stale={stale} tabIndex={-1} />
          <span className={cn('truncate', !item.included && 'text-fg-2')}>{item.summary}</span>
        </div>
      </div>
      {acrossFields !== null ? (
        <div
          role="gridcell"
          aria-colspan={Math.max(1, fields.length)}
          className={cn('truncate text-12', item.pile === 'blocked' ? 'text-fg-2' : 'text-accent-text')}
          style={{ gridColumn: '4 / -1' }}
          title={acrossFields}
        >
          {acrossFields}
        </div>
      ) : (
        fields.map((field) => <FieldCell key={field} item={item} field={field} customs={props.customs} />)
      )}
    </div>
  );
}

function FieldCell({ item, field, customs }: { item: PlanItem; field: PlanField; customs: CustomDiffs }) {
  const t = useTranslations('plans.diff');
  const common = useTranslations('common');
  const text = useDiffText();
  const { comment, notifiedUserId } = item.params;
  if ((field === 'comment' && comment !== undefined) || (field === 'notify' && notifiedUserId)) {
    const said =
      field === 'comment' ? (comment ?? '') : common('people', { count: notifiedUserId?.length ?? 0 });
    return (
      <div role="gridcell" className="truncate text-12 text-accent-text" title={said}>
        {shorten(said)}
      </div>
    );
  }
  const diff = item.diffs.find((one) => planFieldOf(one) === field);
  if (diff) {
    return (
      <div role="gridcell" className="overflow-hidden">
        <DiffCell diff={diff} held={!item.included} />
      </div>
    );
  }
  const kept = keptValue(item, field, customs);
  const isEmpty = field !== 'assignee' && kept !== null && isNothing(kept.value);
  const words = kept === null ? t('same') : text.value(kept.field, kept.value, kept.like);
  return (
    <div role="gridcell" className="truncate text-12 text-fg-3" title={words}>
      {isEmpty ? (
        <>
          <span aria-hidden>—</span>
          <span className="sr-only">{words}</span>
        </>
      ) : (
        shorten(words)
      )}
    </div>
  );
}

const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

/** The key leads to the issue in Backlog; an issue that is gone has only its number. */
export function IssueLink({ item, tabIndex }: { item: PlanItem; tabIndex?: number }) {
  const t = useTranslations('plans');
  const { origin } = useSpace();
  if (item.step) return <span>{t('stepBadge')}</span>;
  if (item.issueKey === '') return <span>{t('idOnly', { id: String(item.issueId) })}</span>;
  return (
    <a
      href={`${origin}/view/${encodeURIComponent(item.issueKey)}`}
      target="_blank"
      rel="noreferrer"
      tabIndex={tabIndex}
      className="hover:underline"
      title={t('openInBacklog')}
    >
      {item.issueKey}
    </a>
  );
}

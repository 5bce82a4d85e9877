'use client';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { shorten } from '@/lib/i18n/shorten';
import { DiffCell } from './diff-cell';
import { IssueLink } from './diff-row';
import { IncludeBox } from './include-box';
import type { PlanItem } from './plan-data';
import { canInclude } from './plan-view';
import { RowBadges } from './row-badges';
import { RowNotes } from './row-notes';
import { inFieldOrder, planFieldOf } from './touched-fields';
import { useDiffText } from './use-diff-text';

interface DiffCardProps {
  item: PlanItem;
  stale: boolean;
  disabled: boolean;
  onInclude: (included: boolean) => void;
}

/** One issue on a phone, with its changed fields only. */
export function DiffCard({ item, stale, disabled, onInclude }: DiffCardProps) {
  const common = useTranslations('common.field');
  const text = useDiffText();
  const { comment } = item.params;
  return (
    <article
      className={cn(
        'grid grid-cols-[28px_minmax(0,1fr)] gap-x-2 border-line border-b px-4 py-3',
        item.pile === 'needsReview' && 'bg-warn-soft',
      )}
    >
      <div className="pt-1">
        {canInclude(item) ? (
          // A finger needs 44 px: the box keeps its size, its reach grows.
          <span className="relative block [&>button]:after:-inset-3.5">
            <IncludeBox item={item} disabled={disabled} onInclude={onInclude} />
          </span>
        ) : null}
      </div>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-1.5 text-12 text-fg-2 tabular-nums">
          <IssueLink item={item} />
          <RowBadges item={item} stale={stale} />
        </div>
        <p className={cn('line-clamp-2 text-14 font-medium', !item.included && 'text-fg-2')}>
          {item.step ? text.step(item.step) : item.summary}
        </p>
        <div className="mt-1 empty:hidden">
          <RowNotes item={item} />
        </div>
        {item.diffs.length > 0 || comment !== undefined ? (
          <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5">
            {inFieldOrder(item.diffs, (diff) => diff.field).map((diff) => (
              <div key={diff.field} className="contents">
                <dt className="max-w-[38vw] truncate text-12 text-fg-3">{text.column(planFieldOf(diff))}</dt>
                <dd className="min-w-0">
                  <DiffCell diff={diff} held={!item.included} />
                </dd>
              </div>
            ))}
            {comment === undefined ? null : (
              <>
                <dt className="text-12 text-fg-3">{common('comment')}</dt>
                <dd className="truncate text-12 text-accent-text">{shorten(comment)}</dd>
              </>
            )}
          </dl>
        ) : null}
      </div>
    </article>
  );
}

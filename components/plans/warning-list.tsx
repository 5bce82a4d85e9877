'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import { leftOpen } from '@/lib/bulk/left-open';
import { BlockList } from './block-list';
import { useFixControl } from './fix-context';
import { FixList } from './fix-list';
import { LeftOpenCard } from './left-open-card';
import type { Pile, PlanItem } from './plan-data';
import type { FixOutcome } from './use-fixes';
import { WarningCard } from './warning-card';
import { groupWarnings } from './warning-groups';

interface WarningListProps {
  items: readonly PlanItem[];
  /** What the last fix came to. */
  outcome: FixOutcome | null;
  /** Shows the rows of a pile in the table. */
  onShow: (pile: Pile) => void;
  /** Where there is anything to show. */
  className?: string;
}

/** Rows that need a person, by reason, with what can be done about each; below, what was done already. */
export function WarningList({ items, outcome, onShow, className }: WarningListProps) {
  const t = useTranslations('plans');
  const common = useTranslations('common');
  const { plan, lines, busy, disabled, onInclude } = useFixControl();
  const ref = useRef<HTMLElement>(null);
  const held = items.filter((item) => item.pile === 'needsReview');
  const groups = useMemo(() => groupWarnings(items, plan.kind), [items, plan.kind]);
  const open = useMemo(() => leftOpen(items), [items]);
  const allIn = held.every((item) => item.included);
  const isEmpty =
    held.length + open.length === 0 && items.every((item) => item.pile !== 'blocked') && lines.length === 0;

  // The button that was pressed may be gone with its warning: the focus goes to what is left.
  useEffect(() => {
    if (outcome !== null && document.activeElement === document.body) ref.current?.focus();
  }, [outcome]);

  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={t('warnings.label')}
      className={cn('outline-none', isEmpty ? 'sr-only' : className)}
    >
      <p role="status" className="sr-only">
        {busy ? t('fix.working') : outcome === null ? '' : t(`fix.${outcome.kind}`, { left: outcome.left })}
      </p>
      {held.length + open.length > 0 ? (
        <div className="border-line border-t px-4 py-3 narrow:border-t-0">
          <div className="mb-2 flex items-center gap-2">
            <h3 className="font-semibold text-13">{t('warnings.title')}</h3>
            <Badge tone="warn" className="tabular-nums">
              {common('issues', { count: held.length + open.length })}
            </Badge>
            {busy ? <Spinner className="size-3.5" /> : null}
            <span className="flex-1" />
            {held.length > 0 ? (
              <button
                type="button"
                disabled={disabled}
                onClick={() =>
                  onInclude(
                    held.map((item) => item.issueId),
                    !allIn,
                  )
                }
                className="min-h-6 text-12 underline decoration-line-control underline-offset-3 hover:decoration-current disabled:text-fg-off phone:min-h-11"
              >
                {t(allIn ? 'warnings.excludeAll' : 'warnings.includeAll', { count: held.length })}
              </button>
            ) : null}
          </div>
          <div className="grid gap-2">
            {open.length > 0 ? <LeftOpenCard open={open} /> : null}
            {groups.map((group) => (
              <WarningCard key={group.key} group={group} onShow={() => onShow('needsReview')} />
            ))}
          </div>
        </div>
      ) : null}
      <BlockList items={items} onShow={() => onShow('blocked')} />
      <FixList items={items} />
    </section>
  );
}

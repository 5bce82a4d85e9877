'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { leftInMilestone } from './left-in-milestone';
import type { PlanItem, PlanSummary } from './plan-data';
import { saidOtherwise } from './said-otherwise';

/** Says what a run will hold back: the report, if it says otherwise, and the archive, if issues stay open in it. */
export function HeldArchive({ plan, items }: { plan: PlanSummary; items: readonly PlanItem[] }) {
  const t = useTranslations('plans.stage');
  const left = useMemo(() => leftInMilestone(plan, items), [plan, items]);
  const otherwise = useMemo(() => saidOtherwise(items), [items]);
  return (
    <div role="status">
      {otherwise > 0 ? (
        <p className="mt-1.5 text-12 text-warn">{t('reportHeld', { count: otherwise })}</p>
      ) : null}
      {left ? (
        <p className="mt-1.5 text-12 text-warn">
          {t('heldByOpen', { name: left.milestone, count: left.count })}
        </p>
      ) : null}
    </div>
  );
}

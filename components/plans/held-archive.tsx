'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { leftInMilestone } from './left-in-milestone';
import type { PlanItem, PlanSummary } from './plan-data';

/** Says that a milestone will not be archived, because issues stay open in it. */
export function HeldArchive({ plan, items }: { plan: PlanSummary; items: readonly PlanItem[] }) {
  const t = useTranslations('plans.stage');
  const left = useMemo(() => leftInMilestone(plan, items), [plan, items]);
  return (
    <div role="status">
      {left ? (
        <p className="mt-1.5 text-12 text-warn">
          {t('heldByOpen', { name: left.milestone, count: left.count })}
        </p>
      ) : null}
    </div>
  );
}

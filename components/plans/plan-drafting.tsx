'use client';
import { useTranslations } from 'next-intl';
import { useSentences } from '@/components/layout/use-sentences';
import type { PlanSummary } from './plan-data';
import { usePlanTitle } from './use-plan-title';

/** The plan is being filled on the server: how far the reading is. */
export function PlanDrafting({ plan }: { plan: PlanSummary }) {
  const t = useTranslations('plans.drafting');
  const common = useTranslations('common');
  const sentences = useSentences();
  const titleOf = usePlanTitle();
  const percent = plan.totalCount > 0 ? Math.min(100, (plan.readCount / plan.totalCount) * 100) : 0;
  const words = t('progress', { read: plan.readCount, total: plan.totalCount });
  return (
    <div className="mx-auto flex w-full max-w-[520px] flex-1 flex-col justify-center p-6">
      <h2 className="font-semibold text-15 [overflow-wrap:anywhere]">{titleOf(plan)}</h2>
      <p className="mt-1 mb-4 text-fg-2">{t('title')}</p>
      <div
        role="progressbar"
        aria-label={t('title')}
        aria-valuemin={0}
        aria-valuemax={plan.totalCount}
        aria-valuenow={plan.readCount}
        aria-valuetext={words}
        className="h-3 overflow-hidden rounded-full bg-surface-3"
      >
        <span
          className="block h-full bg-ink transition-[width] duration-panel"
          style={{ width: `${percent}%` }}
        />
      </div>
      <p className="mt-2 text-12 text-fg-2 tabular-nums">{words}</p>
      <p className="mt-4 text-12 text-fg-3">{sentences(t('note'), common('nothingChanges'))}</p>
    </div>
  );
}

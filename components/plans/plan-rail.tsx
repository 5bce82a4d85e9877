'use client';
import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/layout/use-format';
import { CallBudget } from './call-budget';
import { EffectList } from './effect-list';
import { ForecastPanel } from './forecast-panel';
import { PaceChoice } from './pace-choice';
import type { Pace, Pile, PlanDetail, PlanItem } from './plan-data';
import { StopLine } from './stop-line';
import type { FixOutcome } from './use-fixes';
import { WarningList } from './warning-list';

interface PlanRailProps {
  plan: PlanDetail;
  items: readonly PlanItem[];
  /** Rows that will be written. */
  calls: number;
  pace: Pace;
  onPace: (pace: Pace) => void;
  expired: boolean;
  outcome: FixOutcome | null;
  onShow: (pile: Pile) => void;
}

/** Under the button that writes: how long it takes, what needs a person, who hears of it, and what changes. */
export function PlanRail({ plan, items, calls, pace, onPace, expired, outcome, onShow }: PlanRailProps) {
  const t = useTranslations('plans');
  const format = useFormat();
  const column =
    'narrow:min-w-0 narrow:flex-1 narrow:max-h-[212px] narrow:overflow-y-auto phone:max-h-none phone:overflow-visible';
  return (
    <div className="narrow:order-2 narrow:flex narrow:flex-none narrow:border-line narrow:border-b narrow:bg-bg phone:block">
      <div className={column}>
        <PaceChoice pace={pace} onPace={onPace} estimates={plan.estimates} />
        <StopLine />
        <CallBudget calls={calls} known={plan.quota} />
      </div>
      <WarningList items={items} outcome={outcome} onShow={onShow} className={column} />
      <div className={column}>
        <ForecastPanel plan={plan} items={items} />
        <EffectList items={items} changes={plan.changes} fixes={plan.fixes} />
        <p className="border-line border-t px-4 py-3 text-11 text-fg-3 tabular-nums narrow:border-t-0">
          {expired
            ? t('expiredAt', { at: format.instant(plan.expiresAt) })
            : t('expiresAt', { at: format.instant(plan.expiresAt) })}
        </p>
      </div>
    </div>
  );
}

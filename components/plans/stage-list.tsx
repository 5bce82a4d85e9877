'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { PlanItem } from './plan-data';
import { stagesOf } from './plan-view';
import { heldStage } from './stage-contents';
import { useStageNames } from './use-stage-names';

/** ① to ⑳. */
const circled = (place: number) => String.fromCodePoint(0x2460 + place - 1);

/** The stages of a plan in their order, and which one waits for all the others. Nothing in a plan that has but one. */
export function StageList({ items }: { items: readonly PlanItem[] }) {
  const t = useTranslations('plans.stage');
  const stages = useMemo(() => stagesOf(items), [items]);
  const names = useStageNames(items, stages);
  if (stages.length < 2) return null;
  const rule = heldStage(items, stages);
  return (
    <div className="mt-2 narrow:hidden phone:block">
      <ol aria-label={t('list')} className="grid gap-0.5 text-12">
        {stages.map((stage, index) => (
          <li key={stage} className="flex gap-1.5">
            <span aria-hidden className="text-fg-3">
              {circled(index + 1)}
            </span>
            <span className="min-w-0 [overflow-wrap:anywhere]">{names[index]}</span>
          </li>
        ))}
      </ol>
      {rule ? (
        <p className="mt-1.5 text-11 text-fg-3">
          {t('held', { before: rule.before.map(circled).join(''), held: circled(rule.held) })}
        </p>
      ) : null}
    </div>
  );
}

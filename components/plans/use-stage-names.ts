'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { PlanItem } from './plan-data';
import { type StagePart, stageContents } from './stage-contents';

/**
 * What each stage does, in words and in the order of the stages: `マイルストーン「Sprint 25」を作成`, `課題 15件`.
 *
 * @param stages of the plan, in order
 */
export function useStageNames(items: readonly PlanItem[], stages: readonly number[]): readonly string[] {
  const t = useTranslations('plans.stage');
  const locale = useLocale();
  return useMemo(() => {
    const contents = stageContents(items);
    const partText = (part: StagePart) =>
      'count' in part ? t(part.kind, { count: part.count }) : t(part.kind, { name: part.name });
    return stages.map((stage) =>
      (contents.get(stage) ?? []).map(partText).join(locale === 'ja' ? '、' : ', '),
    );
  }, [items, stages, t, locale]);
}

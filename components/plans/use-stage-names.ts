'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { PlanItem } from './plan-data';
import { type StageContent, type StagePart, stageContents } from './stage-contents';

const nothing: StageContent = { parts: [], blocked: [], idle: 'nothing' };

/**
 * What each stage does, in words and in the order of the stages: `マイルストーン「Sprint 25」を作成`, `課題 15件`; of one that
 * does nothing, why.
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
    return stages.map((stage) => {
      const { parts, blocked, idle } = contents.get(stage) ?? nothing;
      const named = (list: readonly StagePart[]) => list.map(partText).join(locale === 'ja' ? '、' : ', ');
      if (parts.length > 0) return named(parts);
      return idle === 'blocked' ? t('blocked', { what: named(blocked) }) : t(idle);
    });
  }, [items, stages, t, locale]);
}

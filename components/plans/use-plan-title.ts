'use client';
import { useMemo } from 'react';
import { useWording } from '@/components/layout/use-wording';
import { planTitle, type TitledPlan } from '@/lib/i18n/plan-title';

/** The name of a plan or of its run. */
export function usePlanTitle(): (plan: TitledPlan) => string {
  const wording = useWording();
  return useMemo(() => planTitle(wording), [wording]);
}

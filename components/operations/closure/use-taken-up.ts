'use client';
import { useMemo } from 'react';
import { useNamedPlan } from '@/components/layout/use-named-plan';
import type { ActionError } from '@/lib/actions/action-result';
import type { TakenUpClosure } from './use-closure-form';

export interface TakenUp {
  /** Being read. */
  pending: boolean;
  /** Null: none is named, or it is no closure. */
  taken: TakenUpClosure | null;
  /** It could not be read; the page begins without it. */
  error: ActionError | null;
}

/** The closure from which one comes back to the page. @param named plan of the address */
export function useTakenUp(named: string | null): TakenUp {
  const { pending, plan, error } = useNamedPlan(named);
  const taken = useMemo(() => {
    if (plan?.operation?.kind !== 'closure') return null;
    return { planNumber: plan.number, closure: plan.operation, items: plan.items };
  }, [plan]);
  return { pending, taken, error };
}

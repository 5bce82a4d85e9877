'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readErrorOf } from '@/components/layout/fetch-result';
import { newestRevisionOptions } from '@/components/layout/newest-revision';
import { useSpace } from '@/components/layout/space-provider';
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

/**
 * The plan from which one comes back to the page, as it was left: its newest revision.
 *
 * @param named by the address when the page was opened; later addresses do not bring another one
 */
export function useTakenUp(named: string | null): TakenUp {
  const { host } = useSpace();
  const [planId] = useState(named);
  const read = useQuery({ ...newestRevisionOptions(host, planId ?? ''), enabled: planId !== null });
  const plan = read.data;
  const taken = useMemo(() => {
    if (plan?.operation?.kind !== 'closure') return null;
    return { planNumber: plan.number, closure: plan.operation, items: plan.items };
  }, [plan]);
  return {
    pending: planId !== null && read.isPending,
    taken,
    error: read.isError ? readErrorOf(read.error) : null,
  };
}

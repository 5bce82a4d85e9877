'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionError } from '@/lib/actions/action-result';
import type { PlanDetail } from '@/lib/actions/plans/plan-schemas';
import { readErrorOf } from './fetch-result';
import { newestRevisionOptions } from './newest-revision';
import { useSpace } from './space-provider';

export interface NamedPlan {
  /** Being read. */
  pending: boolean;
  /** Null: none is named, or it is not there yet. */
  plan: PlanDetail | null;
  /** It could not be read; the page begins without it. */
  error: ActionError | null;
}

/**
 * The plan from which one comes back to a page, as it was left: its newest revision.
 *
 * @param named by the address when the page was opened; later addresses do not bring another one
 */
export function useNamedPlan(named: string | null): NamedPlan {
  const { host } = useSpace();
  const [planId] = useState(named);
  const read = useQuery({ ...newestRevisionOptions(host, planId ?? ''), enabled: planId !== null });
  return {
    pending: planId !== null && read.isPending,
    plan: read.data ?? null,
    error: read.isError ? readErrorOf(read.error) : null,
  };
}

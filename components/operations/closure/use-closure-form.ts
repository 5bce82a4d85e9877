'use client';
import { useCallback, useMemo } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import type { Closure, PlanDetail } from './closure-data';
import { type ClosureForm, emptyForm, formOf } from './closure-form';
import { useKeptForm } from './form-store';
import { withoutLeftOut } from './without-left-out';

/** The plan one comes back from. */
export interface TakenUpClosure {
  planNumber: number;
  closure: Closure;
  items: PlanDetail['items'];
}

export interface ClosureFormState {
  form: ClosureForm;
  /** Writes the form; it is kept in this tab. */
  change: (next: ClosureForm) => void;
  /** A plan was made of the form: coming back from it finds the form as it is. */
  planned: (planNumber: number) => void;
}

/**
 * The decisions about one milestone: as this tab keeps them, else as the plan has them from which one comes back, else
 * as suggested. What was kept belongs to another plan if the numbers differ. What its preview has left out is
 * left out here, too.
 */
export function useClosureForm(milestoneId: number, taken: TakenUpClosure | null): ClosureFormState {
  const { host } = useSpace();
  const { kept, keep } = useKeptForm(`ikkatsu.closure.${host}.${milestoneId}`);
  const mine = taken === null || kept?.planNumber === taken.planNumber ? kept : null;
  const entered = mine?.form ?? null;
  const form = useMemo(() => {
    if (taken === null) return entered ?? emptyForm;
    if (entered?.done === false) return entered;
    return withoutLeftOut(entered ?? formOf(taken.closure), taken, entered === null);
  }, [entered, taken]);
  const planNumber = mine?.planNumber ?? taken?.planNumber ?? null;
  const change = useCallback(
    (next: ClosureForm) => keep({ ...next, done: false }, planNumber),
    [keep, planNumber],
  );
  const planned = useCallback((number: number) => keep({ ...form, done: true }, number), [keep, form]);
  return { form, change, planned };
}

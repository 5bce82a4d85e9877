'use client';
import { useMakePlan } from '../use-make-plan';
import type { ClosureInput, DraftClosure } from './closure-data';
import { closureQuery } from './closure-url';

/** Makes the plan of a closure and opens its preview. */
export function useSubmitClosure(draft: DraftClosure, onMade: (planNumber: number) => void) {
  return useMakePlan({
    draft,
    onMade,
    queryOf: ({ projectId, milestone }: ClosureInput) =>
      closureQuery({ projectId, milestoneId: milestone.id }),
  });
}

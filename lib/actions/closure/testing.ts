import type { ClosureInput } from '@/lib/bulk';
import { IDS } from '@/lib/demo-space/testing';

/** Sprint 1 of the small space is closed; what is open goes to a new Sprint 3. */
export function closureInput(given: Partial<ClosureInput> = {}): ClosureInput {
  return {
    projectId: IDS.demo,
    milestone: { id: IDS.sprint1, label: 'Sprint 1' },
    resolvedIsDone: true,
    next: { kind: 'new', name: 'Sprint 3', startDate: '2026-12-07', dueDate: '2026-12-18' },
    unfinished: 'next',
    decisions: {},
    leftOut: [],
    resolution: { id: 0, label: '対応済み' },
    moveDueDates: false,
    archive: true,
    report: { wiki: null, comment: null },
    ...given,
  };
}

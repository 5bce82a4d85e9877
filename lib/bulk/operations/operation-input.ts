import type { PlanRowsInput } from '../plan-rows';

/** What a person holds: open issues, and the estimated hours of those that have any. */
export interface Workload {
  issues: number;
  hours: number;
}

/** What operations are planned from. */
export interface OperationInput extends PlanRowsInput {
  /** Issues that only fixes speak of, or the operation by itself (the report of a closure), but not the selection. */
  besides: ReadonlySet<number>;
  /** Day in the space's zone, yyyy-MM-dd. */
  today: string;
  /** Japanese holidays, yyyy-MM-dd. */
  holidays: ReadonlySet<string>;
  /** What successors hold already, by user id; asked for only where a handover levels. */
  load: ReadonlyMap<number, Workload>;
  /** `saidKey` of the issues on which an earlier run of this operation made the same comment about the same due date. */
  alreadySaid: ReadonlySet<string>;
}

/** An issue and the due date (yyyy-MM-dd) that was said to have passed: after a new one it may be said again. */
export function saidKey(issueId: number, dueDate: string | null): string {
  return `${issueId} ${dueDate ?? ''}`;
}

import type { Change } from './changes';
import type { PlanItem } from './plan';
import { type PlanRowsInput, planRows } from './plan-rows';

export interface PlanInput extends PlanRowsInput {
  /** At most one per field. */
  changes: readonly Change[];
  /** Issues that only fixes speak of: the changes are not for them. */
  besides?: ReadonlySet<number>;
}

/** The same changes for every issue: pure, and total over everything the schemas let through. */
export function planBulkUpdate(input: PlanInput): PlanItem[] {
  const { changes, besides } = input;
  return planRows(input, (issue) => ({ changes: besides?.has(issue.id) ? [] : changes }));
}

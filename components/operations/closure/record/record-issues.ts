import type { RunItem } from '@/components/runs/run-data';
import { closureGoal } from '@/lib/bulk/operations/closure-goal';

/** Issues by what became of them; each stands in one list. */
export interface RecordIssues {
  close: RunItem[];
  next: RunItem[];
  none: RunItem[];
  /** Not as the plan wanted them; those that have not ended are no part of it. */
  notDone: RunItem[];
}

/** @param milestoneId the closed one */
export function recordIssues(items: readonly RunItem[], milestoneId: number): RecordIssues {
  const lists: RecordIssues = { close: [], next: [], none: [], notDone: [] };
  for (const item of items) {
    if (item.issueId < 0 || item.state === 'planned' || item.state === 'intent') continue;
    const goal = closureGoal(item.diffs ?? [], milestoneId);
    if (item.state !== 'applied' && item.state !== 'unchanged') lists.notDone.push(item);
    else if (goal !== null) lists[goal].push(item);
  }
  return lists;
}

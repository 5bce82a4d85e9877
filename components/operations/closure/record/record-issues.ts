import type { RunItem } from '@/components/runs/run-data';
import { closureGoal } from '@/lib/bulk/operations/closure-goal';
import type { ClosureRecord } from '../closure-data';

/** One issue of the run, and the later run that tells what became of it in the end. */
export interface RecordItem extends Omit<RunItem, 'state'> {
  state: ClosureRecord['later'][number]['state'];
  by: ClosureRecord['later'][number]['run'] | null;
}

/** Issues by what became of them; each stands in one list. */
export interface RecordIssues {
  close: RecordItem[];
  next: RecordItem[];
  none: RecordItem[];
  /** Carried out, and taken back by a later run. */
  undone: RecordItem[];
  /** Not as the plan wanted them; those that have not ended are no part of it. */
  notDone: RecordItem[];
}

/** @param items of the first run */
export function recordIssues(
  items: readonly RunItem[],
  { milestone, later }: Pick<ClosureRecord, 'milestone' | 'later'>,
): RecordIssues {
  const lists: RecordIssues = { close: [], next: [], none: [], undone: [], notDone: [] };
  const ends = new Map(later.map((end) => [end.issueId, end]));
  for (const item of items) {
    const end = ends.get(item.issueId);
    const state = end?.state ?? item.state;
    if (item.issueId < 0 || state === 'planned' || state === 'intent') continue;
    // It was only to carry the report, which is told by itself.
    if (item.reason?.code === 'REPORT_HELD' && item.diffs?.length === 0) continue;
    const goal = end?.goal ?? closureGoal(item.diffs ?? [], milestone.id);
    const row = { ...item, state, by: end?.run ?? null };
    if (state === 'undone') lists.undone.push(row);
    else if (state !== 'applied' && state !== 'unchanged') lists.notDone.push(row);
    else if (goal !== null) lists[goal].push(row);
  }
  return lists;
}

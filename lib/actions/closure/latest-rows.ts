import { namedDiff } from '@/lib/bulk/named-diff';
import { closureGoal } from '@/lib/bulk/operations/closure-goal';
import type { RecordRow } from './closure-record';

/** A run that took up again, or took back, what an earlier run of the closing did or did not do. */
export interface LaterRun {
  runId: string;
  planNumber: number;
  kind: 'closure' | 'undo';
  /** Rows that were part of it. */
  rows: readonly RecordRow[];
}

/**
 * The rows of a closing with what became of each in the end: the latest run that had a row tells. A run that takes back
 * tells of what it has taken back alone.
 *
 * @param first rows of the first plan
 * @param later in the order in which they were approved
 */
export function latestRows(
  first: readonly RecordRow[],
  later: readonly LaterRun[],
  milestoneId: number,
): RecordRow[] {
  const rows = new Map(first.map((row) => [row.item.issueId, row]));
  for (const { runId, planNumber, kind, rows: own } of later) {
    const by = { runId, planNumber };
    for (const row of own) {
      const known = rows.get(row.item.issueId);
      const now = kind === 'undo' ? afterUndo(known, row) : afterAgain(known, row, milestoneId);
      if (now !== known && now !== undefined) rows.set(row.item.issueId, { ...now, by });
    }
  }
  return [...rows.values()];
}

/** What was planned once more. A row that is about something else tells nothing of where its issue went. */
function afterAgain(known: RecordRow | undefined, row: RecordRow, milestoneId: number): RecordRow {
  const speaks = row.item.step !== undefined || closureGoal(row.item.diffs, milestoneId) !== null;
  if (known !== undefined && !speaks) return known;
  return { ...row, createdId: row.createdId ?? known?.createdId ?? null };
}

/** Taken back; or done again, where the taking back was taken back itself. */
function afterUndo(known: RecordRow | undefined, row: RecordRow): RecordRow | undefined {
  if (known === undefined || row.state !== 'applied') return known;
  const { step, diffs } = row.item;
  const takesBack =
    step !== undefined ||
    namedDiff(diffs, 'status') !== undefined ||
    diffs.some((diff) => diff.field === 'milestone');
  if (!takesBack) return known;
  if (known.state === 'undone') return { ...known, state: 'applied' };
  return known.state === 'applied' ? { ...known, state: 'undone', reason: null } : known;
}

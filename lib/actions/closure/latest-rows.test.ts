import { describe, expect, test } from 'vitest';
import { planClosure } from '@/lib/bulk/operations/closure';
import { closing, closureOf, newNext, operationInput } from '@/lib/bulk/operations/closure-fixtures';
import type { FieldDiff, PlanItem } from '@/lib/bulk/plan';
import { closureRecord, type RecordRow } from './closure-record';
import { type LaterRun, latestRows } from './latest-rows';

const closure = closureOf({ next: newNext });
const plan = planClosure(closure, operationInput([closing(1, 3), closing(2, 1), closing(3, 2)]));

function rowOf(issueId: number, state: RecordRow['state'], change: Partial<PlanItem> = {}): RecordRow {
  const item = plan.find((one) => one.issueId === issueId);
  if (item === undefined) throw new Error('no row');
  const createdId = issueId === -1 && state === 'applied' ? 77 : null;
  return { item: { ...item, ...change }, state, reason: null, createdId };
}
const first = (ends: Record<number, RecordRow['state']> = {}) =>
  plan.map(({ issueId }) => rowOf(issueId, issueId in ends ? (ends[issueId] ?? null) : 'applied'));

const run = (kind: LaterRun['kind'], planNumber: number, ...rows: RecordRow[]): LaterRun => ({
  runId: `r${planNumber}`,
  planNumber,
  kind,
  rows,
});
/** The status or the milestone gets its value back. */
const back = (issueId: number) => {
  const { diffs } = rowOf(issueId, null).item;
  return rowOf(issueId, 'applied', { diffs });
};
const dueOnly: FieldDiff[] = [{ field: 'dueDate', before: '2026-12-18', after: '2026-11-20' }];

function recordOf(rows: readonly RecordRow[], ...later: LaterRun[]) {
  const record = closureRecord(closure, latestRows(rows, later, 22));
  const { closed, carriedOver, notDone, archive, next, later: told } = record;
  const { rejected, conflict, left, undone } = notDone;
  return {
    closed: closed.issues,
    carried: carriedOver.issues,
    missing: { rejected, conflict, left, undone },
    archive: archive?.state,
    next: next?.id,
    told: told.map(({ issueId, state, run: { planNumber } }) => [issueId, state, planNumber]),
  };
}
const none = { rejected: 0, conflict: 0, left: 0, undone: 0 };
const failed = first({ 2: 'rejected', 3: 'conflict', [-3]: 'rejected' });

describe('of every issue and step the latest run tells', () => {
  test('no later run: the first one alone', () => {
    expect(recordOf(failed)).toEqual({
      closed: 1,
      carried: 0,
      missing: { ...none, rejected: 1, conflict: 1 },
      archive: 'rejected',
      next: 77,
      told: [],
    });
  });

  test('once more, in two runs: what went through, what failed again, what is under way', () => {
    const second = run('closure', 2, rowOf(2, 'applied'), rowOf(3, 'rejected'), rowOf(-3, 'rejected'));
    const third = run('closure', 3, rowOf(3, 'planned'), rowOf(-3, 'planned'));
    expect(recordOf(failed, second, third)).toEqual({
      closed: 1,
      carried: 1,
      missing: { ...none, left: 1 },
      archive: 'planned',
      next: 77,
      told: [
        [2, 'applied', 2],
        [3, 'planned', 3],
      ],
    });
  });

  test('an issue that is closed instead counts as closed', () => {
    const { diffs } = rowOf(1, null).item;
    const closedNow = run('closure', 2, rowOf(2, 'applied', { diffs }));
    expect(recordOf(failed, closedNow)).toMatchObject({ closed: 2, carried: 0 });
  });

  test('a row about something else tells nothing', () => {
    expect(recordOf(first(), run('closure', 2, rowOf(2, 'conflict', { diffs: dueOnly })))).toEqual(
      recordOf(first()),
    );
  });

  test('taken back: as far as it was, and until that is taken back itself', () => {
    const undo = run('undo', 2, back(1), back(2), back(-1), back(-3), { ...back(3), state: 'conflict' });
    expect(recordOf(first(), undo)).toEqual({
      closed: 0,
      carried: 1,
      missing: { ...none, undone: 2 },
      archive: 'undone',
      next: null,
      told: [
        [1, 'undone', 2],
        [2, 'undone', 2],
      ],
    });
    const redo = run('undo', 3, back(1), back(-3));
    expect(recordOf(first(), undo, redo)).toMatchObject({
      closed: 1,
      missing: { undone: 1 },
      archive: 'applied',
    });
  });

  test('a due date alone that is put back takes no issue back; nor does what was never done', () => {
    const undo = run('undo', 2, rowOf(2, 'applied', { diffs: dueOnly }), back(3));
    const rows = first({ 3: 'rejected' });
    expect(recordOf(rows, undo)).toEqual(recordOf(rows));
  });
});

import { describe, expect, test } from 'vitest';
import { planClosure } from '@/lib/bulk/operations/closure';
import { closing, closureOf, newNext, operationInput, release } from '@/lib/bulk/operations/closure-fixtures';
import type { Closure } from '@/lib/bulk/operations/closure-schema';
import { closureRecord, type RecordRow } from './closure-record';

const issues = [
  closing(1, 3, { estimatedHours: 1.1 }),
  closing(2, 1, { estimatedHours: 2.2 }),
  closing(3, 2, { estimatedHours: 3.3, assignee: null }),
  closing(4, 1, { milestone: [release, ...closing(4, 1).milestone] }),
];
const report = {
  wiki: { name: '振り返り', content: 'x' },
  comment: { issueId: 2, issueKey: 'WEB-2', content: 'x' },
};
const snapshot: Closure['snapshot'] = {
  at: '2026-11-22T00:00:00Z',
  startDate: '2026-11-09',
  dueDate: '2026-11-20',
  basics: {
    total: 10,
    statuses: [{ id: 4, issues: 6, hours: 12 }],
    hoursKnown: true,
    estimatedHours: 20,
    actualHours: 8,
  },
  figures: null,
};
const closure = closureOf({ next: newNext, report, decisions: { 4: { to: 'none' } }, snapshot });

/** The rows of the plan; `ends` by issue id, everything else was updated. */
function rowsOf(ends: Record<string, Partial<RecordRow>> = {}, of = closure): RecordRow[] {
  return planClosure(of, operationInput(issues)).map((item) => ({
    item,
    state: 'applied',
    reason: null,
    createdId: item.step?.kind === 'createMilestone' ? 77 : null,
    ...ends[String(item.issueId)],
  }));
}
const nothing = {
  rejected: 0,
  held: 0,
  conflict: 0,
  unknown: 0,
  cancelled: 0,
  left: 0,
  leftOut: 0,
  undone: 0,
};

describe('the record of a closing', () => {
  test('everything went through', () => {
    expect(closureRecord(closure, rowsOf())).toEqual({
      projectId: 1,
      milestone: { id: 22, label: 'Sprint 24' },
      resolvedIsDone: true,
      snapshot,
      next: { label: 'Sprint 26', id: 77 },
      closed: { issues: 1, hours: 1.1 },
      carriedOver: { issues: 2, hours: 5.5 },
      withoutMilestone: { issues: 1, hours: 0 },
      closedAlong: 0,
      carriedOverBy: [
        { id: null, name: null, issues: 1 },
        { id: 101, name: '人101', issues: 1 },
      ],
      notDone: nothing,
      later: [],
      completionRate: 0.7,
      velocity: { issues: 7, hours: 13.1 },
      create: { name: 'Sprint 26', state: 'applied', reason: null },
      wiki: { name: '振り返り', state: 'applied', reason: null },
      comment: { issueKey: 'WEB-2', state: 'applied', reason: null },
      archive: { name: 'Sprint 24', state: 'applied', reason: null },
    });
  });

  test('what did not go through counts as not done, issue by issue', () => {
    const rows = rowsOf({
      '1': { state: 'unchanged' },
      '2': { state: 'rejected' },
      '3': { state: null },
      '4': { state: 'planned' },
      '-3': { state: 'rejected', reason: 'HELD_BACK' },
    });
    expect(closureRecord(closure, rows)).toMatchObject({
      closed: { issues: 1 },
      carriedOver: { issues: 0 },
      notDone: { ...nothing, rejected: 1, leftOut: 1, left: 1 },
      comment: { state: 'rejected' },
      archive: { state: 'rejected', reason: 'HELD_BACK' },
    });
  });

  test('a report that was held back is told with its reason, and so is the issue that carried it', () => {
    const held = { state: 'rejected', reason: 'REPORT_HELD' } as const;
    expect(
      closureRecord(closure, rowsOf({ '1': { state: 'rejected' }, '2': held, '-2': held })),
    ).toMatchObject({
      notDone: { ...nothing, rejected: 1, held: 1 },
      wiki: held,
      comment: held,
    });
  });

  test('what earlier closings took out belongs to the whole that completion is a part of', () => {
    const basics = { ...snapshot.basics, movedOut: 4 };
    const again = closureOf({ snapshot: { ...snapshot, basics } });
    expect(closureRecord(again, rowsOf({}, again)).completionRate).toBe(0.5);
  });

  test('what the plan did not know is null, never 0', () => {
    const unknown = closureOf({ snapshot: null, archive: false, next: null });
    expect(closureRecord(unknown, rowsOf({}, unknown))).toMatchObject({
      completionRate: null,
      velocity: null,
      create: null,
      wiki: null,
      comment: null,
      archive: null,
      next: null,
    });
    const many = closureOf({ snapshot: { ...snapshot, basics: { ...snapshot.basics, hoursKnown: false } } });
    expect(closureRecord(many, rowsOf({}, many)).velocity).toEqual({ issues: 7, hours: null });
  });

  test('a milestone that was archived already is as it should be; one that was not created has no id', () => {
    const rows = rowsOf({ '-1': { state: 'rejected', reason: 'NAME_TAKEN', createdId: null } }).map((row) =>
      row.item.step?.kind === 'archiveMilestone'
        ? { ...row, state: null, item: { ...row.item, pile: 'unchanged' as const } }
        : row,
    );
    expect(closureRecord(closure, rows)).toMatchObject({
      next: { label: 'Sprint 26', id: null },
      create: { state: 'rejected', reason: 'NAME_TAKEN' },
      archive: { state: 'unchanged' },
    });
  });

  test('an issue outside the milestone that was closed along is told apart', () => {
    const outside = closing(9, 1, { milestone: [release] });
    const close = { field: 'status', verb: 'set', to: { label: '完了', byProject: { 1: 4 } } } as const;
    const input = operationInput([outside], { besides: new Set([9]), fixes: new Map([[9, [close]]]) });
    const rows = planClosure(closure, input).map((item) => ({
      item,
      state: 'applied' as const,
      reason: null,
      createdId: null,
    }));
    expect(closureRecord(closure, rows)).toMatchObject({ closed: { issues: 0 }, closedAlong: 1 });
  });
});

import { describe, expect, test } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from '../changes';
import { milestone, user } from '../plan-fixtures';
import { planClosure } from './closure';
import {
  closing,
  closingProject,
  closureOf,
  fixed,
  newNext,
  operationInput,
  referenceWith,
  release,
  sprint24,
  sprint25,
} from './closure-fixtures';
import { type Closure, closureSchema } from './closure-schema';

/** The row of an only issue. */
function rowOf(issue: BacklogIssue, closure: Partial<Closure> = {}) {
  const rows = planClosure(closureOf(closure), operationInput([issue]));
  const own = rows.filter((row) => row.issueId === issue.id);
  expect(own).toHaveLength(1);
  const [row] = own;
  if (row === undefined) throw new Error('no row');
  return row;
}

const to = (id: number, decision: Closure['decisions'][string]) => ({ decisions: { [id]: decision } });

describe('what happens to an issue', () => {
  const cases: [string, BacklogIssue, Partial<Closure>, object][] = [
    ['未対応 goes on', closing(1, 1), {}, { milestoneId: [23] }],
    ['処理済み is closed', closing(1, 3), {}, { statusId: 4, resolutionId: 0 }],
    [
      'a status of the project that comes after 処理済み is closed too',
      closing(1, 12),
      {},
      { statusId: 4, resolutionId: 0 },
    ],
    ['one that comes before goes on', closing(1, 11), {}, { milestoneId: [23] }],
    [
      '処理済み goes on where it does not count as done',
      closing(1, 3),
      { resolvedIsDone: false },
      { milestoneId: [23] },
    ],
    [
      'another milestone stays when one is swapped',
      closing(1, 1, { milestone: [release, sprint24] }),
      {},
      { milestoneId: [24, 23] },
    ],
    [
      'another milestone stays when one is taken away',
      closing(1, 1, { milestone: [sprint24, release] }),
      { unfinished: 'none' },
      { milestoneId: [24] },
    ],
    [
      'who is in the next milestone already only leaves the closed one',
      closing(1, 2, { milestone: [sprint24, sprint25] }),
      {},
      { milestoneId: [23] },
    ],
    ['without a milestone the list is empty', closing(1, 1), { unfinished: 'none' }, { milestoneId: [] }],
    [
      'what is closed keeps its milestones',
      closing(1, 3, { milestone: [sprint24, release] }),
      {},
      { statusId: 4, resolutionId: 0 },
    ],
    ['a resolution stays', closing(1, 3, { resolution: { id: 1, name: '対応しない' } }), {}, { statusId: 4 }],
    [
      '対応済み (0) is a resolution that stays',
      closing(1, 3, { resolution: fixed }),
      { resolution: { id: 2, label: '無効' } },
      { statusId: 4 },
    ],
    [
      'a resolution gives way to the one chosen for the issue',
      closing(1, 3, { resolution: { id: 1, name: '対応しない' } }),
      to(1, { to: 'close', resolution: { id: 0, label: '対応済み' } }),
      { statusId: 4, resolutionId: 0 },
    ],
    [
      'an unfinished issue is closed if decided',
      closing(1, 1),
      to(1, { to: 'close', resolution: { id: 1, label: '対応しない' } }),
      { statusId: 4, resolutionId: 1 },
    ],
    ['a done one goes on if decided', closing(1, 3), to(1, { to: 'next' }), { milestoneId: [23] }],
    ['a done one goes nowhere if decided', closing(1, 3), to(1, { to: 'none' }), { milestoneId: [] }],
    [
      'somebody else takes it over',
      closing(1, 2),
      to(1, { to: 'next', assignee: { id: 102, label: '田中' } }),
      { milestoneId: [23], assigneeId: 102 },
    ],
    [
      'a due date before the next milestone moves to its end',
      closing(1, 1, { dueDate: '2026-11-20T00:00:00Z' }),
      { moveDueDates: true },
      { milestoneId: [23], dueDate: '2026-12-04' },
    ],
    [
      'one that lies in it stays',
      closing(1, 1, { dueDate: '2026-11-24T00:00:00Z' }),
      { moveDueDates: true },
      { milestoneId: [23] },
    ],
    [
      'due dates stay where the next milestone has no first day',
      closing(1, 1, { dueDate: '2026-11-20T00:00:00Z' }),
      { next: { ...newNext, startDate: null }, moveDueDates: true },
      { milestoneId: [-1] },
    ],
    ['no due date stays none', closing(1, 1), { moveDueDates: true }, { milestoneId: [23] }],
    [
      'due dates of what goes nowhere stay',
      closing(1, 1, { dueDate: '2026-11-20T00:00:00Z' }),
      { moveDueDates: true, unfinished: 'none' },
      { milestoneId: [] },
    ],
    [
      'a new milestone is called by the number of its step',
      closing(1, 1, { dueDate: '2026-11-20T00:00:00Z' }),
      { next: newNext, moveDueDates: true },
      { milestoneId: [-1], dueDate: '2026-12-18' },
    ],
  ];

  test.each(cases)('%s', (_name, issue, closure, params) => {
    expect(rowOf(issue, closure)).toMatchObject({ pile: 'change', included: true, stage: 1 });
    expect(rowOf(issue, closure).params).toEqual(params);
  });

  test.each([
    ['closed already', closing(1, 4)],
    ['gone to another milestone meanwhile', closing(1, 3, { milestone: [release] })],
  ])('nothing, if it is %s', (_name, issue) => {
    expect(rowOf(issue)).toMatchObject({ pile: 'unchanged', included: false, params: {} });
  });

  test('decisions about issues that are not there any more make no rows', () => {
    const rows = planClosure(closureOf(to(9, { to: 'close' })), operationInput([closing(1, 1)]));
    expect(rows.map((row) => row.issueId)).toEqual([1, -3]);
  });

  test.each<[string, Partial<Closure>]>([
    ['would go on', {}],
    ['would be closed', { unfinished: 'close' }],
    ['has a decision of its own', to(1, { to: 'close', assignee: { id: 102, label: '田中' } })],
    ['would need a next milestone', { next: null }],
  ])('an issue that is left out is no row, though it %s; the others have theirs', (_name, closure) => {
    const rows = planClosure(
      closureOf({ ...closure, leftOut: [1] }),
      operationInput([closing(1, 1), closing(2, 3)]),
    );
    expect(rows.map((row) => row.issueId)).toEqual([2, -3]);
    // The run looks for open issues before it archives: the step itself is planned as ever.
    expect(rows.at(-1)).toMatchObject({ pile: 'change', step: { afterSuccess: true } });
  });

  test('left out, it still carries the report that is written to it, and nothing else', () => {
    const comment = { issueId: 1, issueKey: 'WEB-1', content: '締めました' };
    const row = rowOf(closing(1, 1), { leftOut: [1], report: { wiki: null, comment } });
    expect(row).toMatchObject({ pile: 'change', diffs: [], params: { comment: '締めました' }, stage: 2 });
  });

  test('left out, it is a parent’s open child; what closes it along takes it in, with that alone', () => {
    const child = { id: 2, issueKey: 'WEB-2', projectId: 1 };
    const lint = { now: '2026-11-22T00:00:00Z', actorId: 101, openChildren: new Map([[1, [child]]]) };
    const closure = closureOf({ leftOut: [2] });
    const input = operationInput([closing(1, 3), closing(2, 1, { parentIssueId: 1 })], { lint });
    const [parent, ...rest] = planClosure(closure, input);
    expect(parent?.warnings).toMatchObject([{ code: 'PARENT_HAS_OPEN_CHILDREN', fix: [{ issueId: 2 }] }]);
    expect(rest.map((row) => row.issueId)).toEqual([-3]);
    const fixes = new Map<number, readonly Change[]>([[2, parent?.warnings[0]?.fix?.[0]?.changes ?? []]]);
    const row = (added: ReadonlySet<number>) =>
      planClosure(closure, { ...input, fixes, added }).find(({ issueId }) => issueId === 2);
    expect(row(new Set([2]))).toMatchObject({ pile: 'change', params: { statusId: 4, resolutionId: 0 } });
    // A fix that went with a row of the plan means nothing once that row is gone.
    expect(row(new Set())).toBeUndefined();
  });

  test('a closure that was stored before issues could be left out leaves none out', () => {
    const { leftOut: _none, ...older } = closureOf();
    expect(closureSchema.parse(older)).toEqual(closureOf());
  });

  test('an assignee from outside the project is a warning, as in every plan', () => {
    const row = rowOf(closing(1, 2), to(1, { to: 'next', assignee: { id: 999, label: '山本' } }));
    expect(row).toMatchObject({ pile: 'needsReview', warnings: [{ code: 'ASSIGNEE_NOT_MEMBER' }] });
  });

  test('処理済み with an open child is a warning that names it, and closing the child is its fix', () => {
    const child = { id: 2, issueKey: 'WEB-2', projectId: 1 };
    const lint = { now: '2026-11-22T00:00:00Z', actorId: 101, openChildren: new Map([[1, [child]]]) };
    const input = operationInput([closing(1, 3), closing(2, 1, { parentIssueId: 1 })], { lint });
    const [parent, goesOn] = planClosure(closureOf(), input);
    expect(parent).toMatchObject({
      pile: 'needsReview',
      warnings: [{ code: 'PARENT_HAS_OPEN_CHILDREN', values: { children: 'WEB-2' }, fix: [{ issueId: 2 }] }],
    });
    expect(goesOn?.params).toEqual({ milestoneId: [23] });
    const fix = parent?.warnings[0]?.fix?.[0];
    const fixes = new Map<number, readonly Change[]>([[2, fix?.changes ?? []]]);
    const fixedRows = planClosure(closureOf(), { ...input, fixes });
    // The child is closed in the milestone instead of going on.
    expect(fixedRows.find((row) => row.issueId === 2)).toMatchObject({
      pile: 'change',
      params: { statusId: 4, resolutionId: 0 },
    });
    expect(fixedRows.find((row) => row.issueId === 1)?.warnings).toEqual([]);
  });
});

describe('the order', () => {
  const issues = [closing(1, 1), closing(2, 3), closing(3, 2), closing(4, 3)];
  const report = {
    wiki: { name: '振り返り', content: 'よくできました' },
    comment: { issueId: 9, issueKey: 'WEB-9', content: '締めました' },
  };

  test('create, close, carry over, take out, report, archive', () => {
    const closure = closureOf({ next: newNext, report, decisions: { 1: { to: 'none' } } });
    const beside = closing(9, 4);
    const input = operationInput([...issues, beside], { besides: new Set([9]) });
    const rows = planClosure(closure, input);
    expect(rows.map(({ issueId, stage, step }) => [step?.kind ?? issueId, stage])).toEqual([
      ['createMilestone', 0],
      [2, 1],
      [4, 1],
      [3, 1],
      [1, 1],
      ['createWiki', 2],
      [9, 2],
      ['archiveMilestone', 3],
    ]);
    expect(rows.at(0)?.step).toEqual({
      kind: 'createMilestone',
      projectId: 1,
      name: 'Sprint 26',
      startDate: '2026-12-07',
      dueDate: '2026-12-18',
    });
    expect(rows.at(-2)?.params).toEqual({ comment: '締めました' });
    expect(rows.at(-1)?.step).toMatchObject({ milestoneId: 22, archived: true, afterSuccess: true });
  });

  test('only steps when no issue is left', () => {
    expect(
      planClosure(closureOf({ next: newNext }), operationInput([])).map((row) => row.step?.kind),
    ).toEqual(['createMilestone', 'archiveMilestone']);
  });

  test('no archive unless it is wanted, nothing created unless it is new', () => {
    expect(planClosure(closureOf({ archive: false }), operationInput([]))).toEqual([]);
  });

  test("the report's comment rides on the row of its issue: one comment, one row", () => {
    const comment = { issueId: 2, issueKey: 'WEB-2', content: '締めました' };
    const rows = planClosure(closureOf({ report: { wiki: null, comment } }), operationInput(issues));
    expect(rows.filter((row) => row.params.comment !== undefined).map((row) => row.issueId)).toEqual([2]);
    expect(rows.find((row) => row.issueId === 2)?.params).toEqual({
      statusId: 4,
      resolutionId: 0,
      comment: '締めました',
    });
  });

  test("a report's issue that is gone is a blocked row of the report's stage", () => {
    const rows = planClosure(closureOf({ report }), operationInput(issues));
    expect(rows.find((row) => row.issueId === 9)).toMatchObject({
      pile: 'blocked',
      blocks: [{ code: 'ISSUE_GONE' }],
      stage: 2,
    });
  });

  test('an issue closed along from outside the milestone stands in the stage of the issues', () => {
    const close: Change = { field: 'status', verb: 'set', to: { label: '完了', byProject: { 1: 4 } } };
    const outside = closing(9, 1, { milestone: [release] });
    const input = operationInput([closing(1, 3), outside], {
      besides: new Set([9]),
      fixes: new Map([[9, [close]]]),
    });
    expect(planClosure(closureOf(), input).find((row) => row.issueId === 9)).toMatchObject({
      params: { statusId: 4 },
      stage: 1,
    });
  });
});

describe('what stands in the way', () => {
  test('a taken name blocks the new milestone, what would go there, and the archiving', () => {
    const reference = referenceWith({
      milestones: [...closingProject.milestones, { id: 30, name: 'Sprint 26', archived: true }],
    });
    const rows = planClosure(
      closureOf({ next: newNext }),
      operationInput([closing(1, 1), closing(2, 3)], { reference }),
    );
    const taken = [{ code: 'MILESTONE_NAME_TAKEN', values: { label: 'Sprint 26', project: 'WEB' } }];
    expect(rows.map(({ issueId, pile }) => [issueId, pile])).toEqual([
      [-1, 'blocked'],
      [2, 'change'],
      [1, 'blocked'],
      [-3, 'blocked'],
    ]);
    expect([0, 2, 3].map((index) => rows[index]?.blocks)).toEqual([taken, taken, taken]);
  });

  test('a next milestone that is gone is named', () => {
    const next = { kind: 'existing', milestone: { id: 77, label: 'Sprint 25' } } as const;
    const row = rowOf(closing(1, 1), { next });
    expect(row.blocks).toEqual([
      { code: 'VALUE_NOT_IN_PROJECT', values: { field: 'milestone', label: 'Sprint 25', project: 'WEB' } },
    ]);
  });

  test('a next milestone that is archived is a warning', () => {
    const next = { kind: 'existing', milestone: { id: 21, label: 'Sprint 23' } } as const;
    expect(rowOf(closing(1, 1), { next }).warnings).toMatchObject([{ code: 'MILESTONE_ARCHIVED' }]);
  });

  test('no next milestone blocks what would go there; without such issues it is not needed', () => {
    expect(rowOf(closing(1, 1), { next: null }).blocks).toMatchObject([{ code: 'NEXT_MILESTONE_NEEDED' }]);
    expect(rowOf(closing(1, 3), { next: null })).toMatchObject({ pile: 'change', params: { statusId: 4 } });
  });

  test('a milestone deleted meanwhile blocks its archive; one archived meanwhile has nothing to do', () => {
    const gone = referenceWith({ milestones: [] });
    expect(planClosure(closureOf(), operationInput([], { reference: gone }))).toMatchObject([
      { pile: 'blocked', blocks: [{ code: 'VALUE_NOT_IN_PROJECT', values: { label: 'Sprint 24' } }] },
    ]);
    const done = referenceWith({ milestones: [{ id: 22, name: 'Sprint 24', archived: true }] });
    expect(planClosure(closureOf(), operationInput([], { reference: done }))).toMatchObject([
      { pile: 'unchanged', included: false },
    ]);
  });

  test('a milestone that was renamed is archived under its present name', () => {
    const reference = referenceWith({ milestones: [{ id: 22, name: 'Sprint 24（改）', archived: false }] });
    const [row] = planClosure(closureOf(), operationInput([], { reference }));
    expect(row?.step).toMatchObject({ name: 'Sprint 24（改）' });
  });

  test('a fix cannot take another milestone away', () => {
    const clear: Change = { field: 'milestone', verb: 'clear' };
    const issue = closing(1, 1, {
      milestone: [sprint24, milestone(24, 'リリース 3.0')],
      assignee: user(101),
    });
    const input = operationInput([issue], { fixes: new Map([[1, [clear]]]) });
    expect(planClosure(closureOf(), input)[0]?.params).toEqual({ milestoneId: [23, 24] });
  });

  test('people without the right to write get no change at all', () => {
    const input = operationInput([closing(1, 1)], { actorCanWrite: false });
    const rows = planClosure(closureOf({ next: newNext }), input);
    expect(rows.map((row) => row.pile)).toEqual(['blocked', 'blocked', 'blocked']);
  });
});

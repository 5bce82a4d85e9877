import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from '../changes';
import { milestone, status, user, WEB } from '../plan-fixtures';
import { planClosure } from './closure';
import { closureDestination } from './closure-destination';
import { closing, closingProject, closureOf, newNext, operationInput } from './closure-fixtures';
import { closureGoal } from './closure-goal';
import { type Closure, destinations } from './closure-schema';

const CLOSED = 22;
const days = ['2026-11-01', '2026-11-20', '2026-11-24', '2026-12-10'];
const anyMilestones = fc
  .subarray(closingProject.milestones)
  .map((list) => list.map((one) => milestone(one.id, one.name)));

const anyIssue = (id: number): fc.Arbitrary<BacklogIssue> =>
  fc
    .record({
      status: fc.constantFrom(...closingProject.statuses).map((one) => status(one.id, one.name)),
      milestone: anyMilestones,
      versions: anyMilestones,
      resolution: fc.option(fc.constantFrom({ id: 0, name: '対応済み' }, { id: 1, name: '対応しない' })),
      assignee: fc.option(fc.constantFrom(user(101), user(102), user(999))),
      dueDate: fc.option(fc.constantFrom(...days).map((day) => `${day}T00:00:00Z`)),
    })
    .map((fields) => closing(id, 1, fields));

const anyIssues = fc
  .uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 })
  .chain((ids) => fc.tuple(...ids.map(anyIssue)));

const someone = fc.constantFrom({ id: 102, label: '田中' }, { id: 999, label: '山本' });
const anyDecision = fc.record(
  {
    to: fc.constantFrom(...destinations),
    assignee: someone,
    resolution: fc.constant({ id: 1, label: '対応しない' }),
  },
  { requiredKeys: ['to'] },
);
const anyNext: fc.Arbitrary<Closure['next']> = fc.constantFrom(
  null,
  newNext,
  { ...newNext, name: 'Sprint 25' },
  { ...newNext, startDate: null },
  // Never the closed one: a draft refuses that.
  ...[21, 23, 24, 99].map((id) => ({ kind: 'existing', milestone: { id, label: `#${id}` } }) as const),
);
const anyClosure: fc.Arbitrary<Closure> = fc
  .record({
    resolvedIsDone: fc.boolean(),
    next: anyNext,
    unfinished: fc.constantFrom(...destinations),
    decisions: fc.dictionary(fc.integer({ min: 1, max: 14 }).map(String), anyDecision),
    leftOut: fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 6 }),
    moveDueDates: fc.boolean(),
    archive: fc.boolean(),
    report: fc.record({
      wiki: fc.option(fc.constant({ name: '振り返り', content: 'x' })),
      comment: fc.option(
        fc
          .integer({ min: 1, max: 14 })
          .map((issueId) => ({ issueId, issueKey: `WEB-${issueId}`, content: 'x' })),
      ),
    }),
  })
  .map(closureOf);

const anyFix: fc.Arbitrary<Change> = fc.constantFrom<Change>(
  { field: 'milestone', verb: 'clear' },
  { field: 'milestone', verb: 'remove', values: [{ label: 'リリース 3.0', byProject: { [WEB]: 24 } }] },
  { field: 'status', verb: 'set', to: { label: '完了', byProject: { [WEB]: 4 } } },
  { field: 'resolution', verb: 'set', to: { id: 0, label: '対応済み' } },
  { field: 'dueDate', verb: 'set', to: '2026-12-11' },
);
const anyFixes = fc
  .dictionary(fc.integer({ min: 1, max: 14 }).map(String), fc.tuple(anyFix))
  .map((fixes) => new Map(Object.entries(fixes).map(([id, changes]) => [Number(id), changes])));

/** A closure of any issues; some of them are there for fixes or the report only. */
const anyPlan = fc
  .record({ issues: anyIssues, closure: anyClosure, fixes: anyFixes, beside: fc.boolean() })
  .map(({ issues, closure, fixes, beside }) => {
    const last = issues.at(-1);
    const besides = new Set(beside && last !== undefined ? [last.id] : []);
    const rows = planClosure(closure, operationInput(issues, { fixes, besides }));
    const { comment } = closure.report;
    /** Whether a fix or the report speaks of an issue. */
    const spokenOf = (id: number) => fixes.has(id) || comment?.issueId === id;
    return { issues, closure, besides, rows, spokenOf };
  });

test('no milestone is taken away but the closed one, and versions stay as they are', () => {
  fc.assert(
    fc.property(anyPlan, ({ issues, rows }) => {
      const byId = new Map(issues.map((issue) => [issue.id, issue]));
      for (const { issueId, diffs, params } of rows) {
        expect(params.versionId).toBeUndefined();
        for (const diff of diffs) {
          if (diff.field !== 'milestone') continue;
          const others = (byId.get(issueId)?.milestone ?? []).filter(({ id }) => id !== CLOSED);
          const kept = diff.after.map(({ id }) => id);
          expect(kept).toEqual(expect.arrayContaining(others.map(({ id }) => id)));
          expect(diff.remove.map(({ id }) => id)).toEqual([CLOSED]);
          expect(params.milestoneId).toEqual(kept);
        }
      }
    }),
  );
});

test('every open issue of the milestone has exactly one row, which leads where it was decided; what is left out has none', () => {
  fc.assert(
    fc.property(anyPlan, ({ issues, closure, besides, rows, spokenOf }) => {
      expect(new Set(rows.map((row) => row.issueId)).size).toBe(rows.length);
      for (const issue of issues) {
        const own = rows.filter((row) => row.issueId === issue.id);
        if (closure.leftOut.includes(issue.id)) {
          expect(own).toHaveLength(spokenOf(issue.id) ? 1 : 0);
          continue;
        }
        expect(own).toHaveLength(1);
        const [row] = own;
        const holds = issue.milestone.some(({ id }) => id === CLOSED);
        if (row === undefined || !holds || issue.status.id === 4 || besides.has(issue.id)) continue;
        const subject = { id: issue.id, statusId: issue.status.id };
        const to = closureDestination(subject, closure, closingProject.statuses);
        if (row.pile === 'blocked' || row.pile === 'unchanged') continue;
        expect([to, 'close']).toContain(closureGoal(row.diffs, CLOSED));
      }
    }),
  );
});

test('what is closed stays in the milestone; what stays open leaves it', () => {
  fc.assert(
    fc.property(anyPlan, ({ rows }) => {
      for (const { diffs, current } of rows) {
        const goal = closureGoal(diffs, CLOSED);
        const milestones = diffs.find((diff) => diff.field === 'milestone');
        if (goal === 'close') expect(milestones).toBeUndefined();
        if (goal === 'next' || goal === 'none') expect(current?.status?.id).not.toBe(4);
      }
    }),
  );
});

test('stages never go back, the archive is the last of all, and what is created is used later only', () => {
  fc.assert(
    fc.property(anyPlan, ({ closure, rows }) => {
      const stages = rows.map((row) => row.stage ?? 0);
      expect(stages).toEqual([...stages].sort((a, b) => a - b));
      const archives = rows.filter((row) => row.step?.kind === 'archiveMilestone');
      expect(archives).toHaveLength(closure.archive ? 1 : 0);
      if (closure.archive)
        expect(rows.at(-1)?.step).toMatchObject({ milestoneId: CLOSED, afterSuccess: true });
      const users = rows.filter((row) => row.params.milestoneId?.some((id) => id < 0));
      const created = rows.find((row) => row.step?.kind === 'createMilestone');
      for (const row of users) {
        expect(created).toMatchObject({ pile: 'change', stage: 0 });
        expect(row.stage).toBeGreaterThan(0);
      }
    }),
  );
});

test('nothing is decided for an issue that is left out: it stays, save for what a fix or the report does to it', () => {
  fc.assert(
    fc.property(anyPlan, ({ closure, rows }) => {
      for (const { issueId, diffs, params } of rows) {
        if (!closure.leftOut.includes(issueId)) continue;
        expect(diffs.some((diff) => diff.field === 'milestone' || diff.field === 'assignee')).toBe(false);
        // One fix per issue, and each is about one field.
        expect(diffs.length).toBeLessThanOrEqual(1);
        if (diffs.length === 0 && params.comment === undefined) expect(params).toEqual({});
      }
    }),
  );
});

test('at most one comment', () => {
  fc.assert(
    fc.property(anyPlan, ({ rows }) => {
      expect(rows.filter((row) => row.params.comment !== undefined).length).toBeLessThanOrEqual(1);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { withDiffs } from '../issue-after';
import type { PlanItem } from '../plan';
import { anyIssues } from '../plan-arbitraries';
import { category, issueWith, OPS, reference, status, user, WEB } from '../plan-fixtures';
import { type OperationInput, saidKey } from './operation-input';
import { planOverdue } from './overdue';
import { type Overdue, overdueSchema } from './overdue-schema';

/** A Friday before three days off: 23 November is a holiday. */
const TODAY = '2026-11-20';
const holidays: ReadonlySet<string> = new Set(['2026-11-23']);

const REVIEW = { id: 11, label: 'レビュー待ち' };
const RESOLVED = { id: 3, label: '処理済み' };
const HIGH = { id: 2, label: '高' };
const AUTH = { id: 31, label: '認証' };

type Given = Partial<Omit<Overdue, 'scope' | 'mark'>> & {
  scope?: Partial<Overdue['scope']>;
  mark?: Partial<Overdue['mark']>;
};

function overdue({ scope, mark, ...rest }: Given = {}): Overdue {
  return {
    kind: 'overdue',
    scope: {
      projectIds: [WEB, OPS],
      assigneeIds: [],
      issueTypeIds: [],
      statusIds: [],
      daysLate: 1,
      leftOut: [],
      ...scope,
    },
    mark: { status: null, category: null, priority: null, comment: null, ...mark },
    due: null,
    lang: 'ja',
    ...rest,
  };
}

function inputOf(issues: BacklogIssue[], more: Partial<OperationInput> = {}): OperationInput {
  return {
    issues,
    reference,
    parents: new Map(),
    missingIds: [],
    actorCanWrite: true,
    besides: new Set(),
    today: TODAY,
    holidays,
    load: new Map(),
    alreadySaid: new Set(),
    ...more,
  };
}

const late = (fields: Partial<BacklogIssue> = {}) =>
  issueWith({ dueDate: '2026-11-10T00:00:00Z', ...fields });
const plan = (operation: Overdue, issues: BacklogIssue[], more: Partial<OperationInput> = {}) =>
  planOverdue(operation, inputOf(issues, more));

function planOne(operation: Overdue, issue: BacklogIssue, more: Partial<OperationInput> = {}): PlanItem {
  const [item] = plan(operation, [issue], more);
  if (item === undefined) throw new Error('not in the plan');
  return item;
}

describe('which issues are meant', () => {
  const marking = (scope: Partial<Overdue['scope']> = {}) => overdue({ scope, mark: { priority: HIGH } });
  const due = (day: string | null) => late({ dueDate: day === null ? null : `${day}T00:00:00Z` });

  it.each<[string, BacklogIssue, Partial<Overdue['scope']>, boolean]>([
    ['due yesterday', due('2026-11-19'), {}, true],
    ['due today', due('2026-11-20'), {}, false],
    ['never due', due(null), {}, false],
    ['late by exactly as many days as asked for', due('2026-11-13'), { daysLate: 7 }, true],
    ['one day less late', due('2026-11-14'), { daysLate: 7 }, false],
    ['closed', late({ status: status(4, '完了') }), {}, false],
    ['only resolved', late({ status: status(3, '処理済み') }), {}, true],
    ['of another project', late({ projectId: OPS }), { projectIds: [WEB] }, false],
    ['left out', late({ id: 7 }), { leftOut: [7] }, false],
    ['of a chosen person', late({ assignee: user(102) }), { assigneeIds: [101, 102] }, true],
    ['of another person', late({ assignee: user(103) }), { assigneeIds: [101, null] }, false],
    ['of nobody, who is chosen', late({ assignee: null }), { assigneeIds: [null] }, true],
    ['of nobody, who is not chosen', late({ assignee: null }), { assigneeIds: [101] }, false],
    ['of another type', late(), { issueTypeIds: [62] }, false],
    ['of a chosen type', late(), { issueTypeIds: [61] }, true],
    ['in another status', late(), { statusIds: [2, 3] }, false],
    ['closed, and that status is chosen', late({ status: status(4, '完了') }), { statusIds: [4] }, false],
  ])('%s', (_name, issue, scope, meant) => {
    expect(plan(marking(scope), [issue])).toHaveLength(meant ? 1 : 0);
  });

  it('due days of old records are days of the space', () => {
    const old = late({ dueDate: '2026-11-19T15:00:00Z' });
    expect(plan(marking(), [old], { timezone: 'Asia/Tokyo' })).toEqual([]);
    expect(plan(marking(), [old], { timezone: 'America/New_York' })).toHaveLength(1);
  });

  it('what a person added to another issue is planned for that alone', () => {
    const child = issueWith({ id: 9, dueDate: '2026-11-10T00:00:00Z' });
    const fixes = new Map([[9, [{ field: 'dueDate', verb: 'set', to: '2026-11-24' } as const]]]);
    const [item] = plan(marking(), [child], { besides: new Set([9]), fixes });
    expect(item?.params).toEqual({ dueDate: '2026-11-24' });
    expect(planOne(marking({ leftOut: [9] }), child, { fixes }).params).toEqual({ dueDate: '2026-11-24' });
  });
});

describe('marks', () => {
  it('take the status of each project; a project without one keeps its statuses and gets the other marks', () => {
    const both = overdue({ mark: { status: { [WEB]: REVIEW, [OPS]: RESOLVED } } });
    const issues = [late({ id: 1 }), late({ id: 2, projectId: OPS })];
    expect(plan(both, issues).map((item) => item.params)).toEqual([{ statusId: 11 }, { statusId: 3 }]);

    const one = overdue({ mark: { status: { [WEB]: REVIEW }, priority: HIGH } });
    expect(plan(one, issues).map((item) => item.params)).toEqual([
      { statusId: 11, priorityId: 2 },
      { priorityId: 2 },
    ]);
  });

  it('add a category beside the ones that are there', () => {
    const issue = late({ category: [category(32, 'メール')] });
    const item = planOne(overdue({ mark: { category: { [WEB]: AUTH } } }), issue);
    expect(item.params).toEqual({ categoryId: [32, 31] });
    expect(item.diffs).toMatchObject([{ merge: true, add: [{ id: 31 }], remove: [] }]);
  });

  it('that a project no longer has make its rows 実行不可, by name', () => {
    const item = planOne(overdue({ mark: { status: { [WEB]: { id: 99, label: '遅延' } } } }), late());
    const values = { field: 'status', label: '遅延', project: 'WEB' };
    expect(item).toMatchObject({ pile: 'blocked', blocks: [{ code: 'VALUE_NOT_IN_PROJECT', values }] });
  });

  const all = overdue({
    mark: { status: { [WEB]: REVIEW }, category: { [WEB]: AUTH }, priority: HIGH, comment: '遅れています' },
  });
  const marked = late({
    status: status(11, 'レビュー待ち'),
    category: [category(31, '認証'), category(32, 'メール')],
    priority: { id: 2, name: '高' },
  });

  it('that are all there already leave the issue as it is, without a comment', () => {
    expect(planOne(all, marked)).toMatchObject({ pile: 'unchanged', params: {} });
  });

  it('that are there but for one are not written again', () => {
    expect(planOne(all, { ...marked, priority: { id: 3, name: '中' } })).toMatchObject({
      pile: 'change',
      params: { priorityId: 2, comment: '遅れています' },
    });
  });
});

describe('the comment', () => {
  const template = '{{key}}は期限日({{due}})を{{days}}日過ぎています。{{assignee}}: {{newDue}}まで';
  const said = (day: string) => ({ alreadySaid: new Set([saidKey(1001, day)]) });
  const alone = overdue({ mark: { comment: template } });

  it('says the values of each issue, in the language of its author', () => {
    const due = { to: 'workingDays', days: 1 } as const;
    expect(planOne({ ...alone, due }, late({ assignee: null })).params.comment).toBe(
      'WEB-1001は期限日(2026/11/10(火))を10日過ぎています。担当者なし: 2026/11/24(火)まで',
    );
    expect(planOne({ ...alone, lang: 'en' }, late()).params.comment).toContain('(10 Nov 2026)');
  });

  it('alone is said once about each due date', () => {
    expect(planOne(alone, late())).toMatchObject({ pile: 'change', diffs: [] });
    expect(planOne(alone, late(), said('2026-11-10'))).toMatchObject({ pile: 'unchanged', params: {} });
    expect(planOne(alone, late(), said('2026-11-01')).pile).toBe('change');
  });

  it('is alone also where the project has no other mark', () => {
    const web = overdue({ mark: { status: { [WEB]: REVIEW }, comment: '遅れています' } });
    const ops = late({ projectId: OPS });
    expect(planOne(web, ops).params).toEqual({ comment: '遅れています' });
    expect(planOne(web, ops, said('2026-11-10')).pile).toBe('unchanged');
  });

  it('is said again where a mark was taken off, or the date moves', () => {
    const again = overdue({ mark: { priority: HIGH, comment: '遅れています' } });
    expect(planOne(again, late(), said('2026-11-10')).params.comment).toBe('遅れています');
    const moves = { ...alone, due: { to: 'day', day: '2026-11-27' } } as const;
    expect(planOne(moves, late(), said('2026-11-10')).params.dueDate).toBe('2026-11-27');
  });
});

describe('the due date', () => {
  it.each([
    ['a day', { to: 'day', day: '2026-11-27' }, '2026-11-27'],
    ['one working day, over a weekend and a holiday', { to: 'workingDays', days: 1 }, '2026-11-24'],
    ['three working days', { to: 'workingDays', days: 3 }, '2026-11-26'],
  ] as const)('moves to %s', (_name, due, day) => {
    expect(planOne(overdue({ due }), late()).params).toEqual({ dueDate: day });
  });

  it('moves also where the marks are there', () => {
    const operation = overdue({ mark: { priority: HIGH }, due: { to: 'workingDays', days: 1 } });
    expect(planOne(operation, late({ priority: { id: 2, name: '高' } })).params).toEqual({
      dueDate: '2026-11-24',
    });
  });
});

describe('decisions that are not taken', () => {
  it.each([
    ['nothing to do', overdue()],
    ['a mark that closes', overdue({ mark: { status: { [WEB]: { id: 4, label: '完了' } } } })],
    ['a mapping without a project', overdue({ mark: { status: {}, priority: HIGH } })],
    [
      'a mark outside the scope',
      overdue({ scope: { projectIds: [OPS] }, mark: { status: { [WEB]: REVIEW } } }),
    ],
    ['no project', overdue({ scope: { projectIds: [] }, mark: { priority: HIGH } })],
    ['issues that are not late', overdue({ scope: { daysLate: 0 }, mark: { priority: HIGH } })],
    ['a comment of blanks', overdue({ mark: { comment: ' \n' } })],
    ['no working day', overdue({ due: { to: 'workingDays', days: 0 } })],
    ['a day that does not exist', overdue({ due: { to: 'day', day: '2026-02-30' } })],
  ])('%s', (_name, operation) => {
    expect(overdueSchema.safeParse(operation).success).toBe(false);
  });

  it('and one that is', () => {
    expect(overdueSchema.safeParse(overdue({ mark: { priority: HIGH } })).success).toBe(true);
  });
});

describe('whatever is decided', () => {
  const ids = (...values: number[]) => fc.subarray(values);
  const value = (...values: { id: number; label: string }[]) => fc.constantFrom(...values);
  const anyOverdue: fc.Arbitrary<Overdue> = fc
    .record({
      scope: fc.record({
        projectIds: fc.subarray([WEB, OPS], { minLength: 1 }),
        assigneeIds: fc.subarray<number | null>([101, 102, null]),
        issueTypeIds: ids(61, 62, 71),
        statusIds: ids(1, 2, 3, 11),
        daysLate: fc.integer({ min: 1, max: 20 }),
        leftOut: ids(1001, 1005, 1010),
      }),
      mark: fc.record({
        status: fc.option(fc.record({ [WEB]: value(REVIEW, RESOLVED) }, { requiredKeys: [] })),
        category: fc.option(
          fc.record({ [WEB]: value(AUTH), [OPS]: value({ id: 51, label: '認証' }) }, { requiredKeys: [] }),
        ),
        priority: fc.option(value(HIGH)),
        comment: fc.option(fc.constant('{{key}} {{days}}')),
      }),
      due: fc.option(
        fc.oneof(
          fc.constant({ to: 'day', day: '2026-11-27' } as const),
          fc.integer({ min: 1, max: 60 }).map((days) => ({ to: 'workingDays', days }) as const),
        ),
      ),
    })
    .map((one) => ({ kind: 'overdue', lang: 'ja', ...one }));

  it('an issue that is not overdue, closed, left out or out of scope is never touched', () => {
    fc.assert(
      fc.property(anyOverdue, anyIssues, (operation, issues) => {
        const byId = new Map(issues.map((issue) => [issue.id, issue]));
        for (const item of plan(operation, issues)) {
          const issue = byId.get(item.issueId);
          expect(issue?.status.id).not.toBe(4);
          expect(issue?.dueDate?.slice(0, 10) ?? TODAY).toSatisfy((day: string) => day < TODAY);
          expect(operation.scope.leftOut).not.toContain(item.issueId);
          expect(operation.scope.projectIds).toContain(item.projectId);
        }
      }),
    );
  });

  it('no category is removed, and nothing but the marks and the due date is written', () => {
    fc.assert(
      fc.property(anyOverdue, anyIssues, (operation, issues) => {
        for (const { diffs } of plan(operation, issues)) {
          for (const diff of diffs) {
            expect(['status', 'category', 'priority', 'dueDate']).toContain(diff.field);
            if (diff.field === 'category') {
              expect(diff.remove).toEqual([]);
              expect(diff.after).toEqual(expect.arrayContaining(diff.before));
            }
          }
        }
      }),
    );
  });

  it('planning again right after the run changes nothing', () => {
    fc.assert(
      fc.property(anyOverdue, anyIssues, (operation, issues) => {
        const first = new Map(plan(operation, issues).map((item) => [item.issueId, item]));
        const after = issues.map((issue) => withDiffs(issue, first.get(issue.id)?.diffs ?? []));
        const alreadySaid = new Set(
          [...first.values()].flatMap(({ issueId, params, current }) =>
            params.comment === undefined ? [] : [saidKey(issueId, current?.dueDate ?? null)],
          ),
        );
        for (const { pile, params } of plan(operation, after, { alreadySaid })) {
          expect(['unchanged', 'blocked']).toContain(pile);
          expect(params).toEqual({});
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from '../changes';
import type { PlanItem } from '../plan';
import { planBulkUpdate } from '../plan-bulk-update';
import { category, inBoth, inWeb, issueWith, OPS, status, user, WEB } from '../plan-fixtures';
import type { PlanParent } from '../plan-reference';
import { planHandover } from './handover';
import {
  handoverInput,
  handoverOf,
  heldIssue,
  inBothProjects,
  inNone,
  inWebOnly,
  leaver,
} from './handover-fixtures';
import type { Handover, Split } from './handover-schema';
import type { OperationInput } from './operation-input';

type Given = Partial<Omit<Handover, 'kind'>>;

function planOne(issue: BacklogIssue, given: Given = {}, more: Partial<OperationInput> = {}): PlanItem {
  const [item] = planHandover(handoverOf(given), handoverInput([issue], more));
  if (item === undefined) throw new Error('no row');
  return item;
}

const dueOn = (day: string) => ({ dueDate: `${day}T00:00:00Z` });
const inProgress = status(2, '処理中');

describe('a handover writes', () => {
  const rows: [string, Partial<BacklogIssue>, Given, PlanItem['params']][] = [
    ['the assignee, and nothing else unless it is asked for', dueOn('2026-11-02'), {}, { assigneeId: 102 }],
    [
      'a later due date where it has passed',
      dueOn('2026-11-02'),
      { due: { workingDays: 3, which: 'all' } },
      { assigneeId: 102, dueDate: '2026-11-26' },
    ],
    ['no due date where there is none', {}, { due: { workingDays: 3, which: 'all' } }, { assigneeId: 102 }],
    [
      'the due date of an old record by the zone of the space',
      { dueDate: '2026-11-01T15:00:00Z' },
      { due: { workingDays: 1, which: 'overdue' } },
      { assigneeId: 102, dueDate: '2026-11-24' },
    ],
    ['未対応 for 処理中', { status: inProgress }, { reopen: true }, { assigneeId: 102, statusId: 1 }],
    ['no status for 処理済み', { status: status(3, '処理済み') }, { reopen: true }, { assigneeId: 102 }],
    [
      'no status for one of the project’s own',
      { status: status(11, 'レビュー待ち') },
      { reopen: true },
      { assigneeId: 102 },
    ],
    [
      'a comment with the values as they will be',
      dueOn('2026-11-02'),
      {
        due: { workingDays: 3, which: 'all' },
        comment: '{{key}}: {{from}} → {{to}}、{{due}}、{{memo}}',
      },
      {
        assigneeId: 102,
        dueDate: '2026-11-26',
        comment: 'WEB-1001: 佐藤 美咲 → 田中 直樹、2026/11/26(木)、{{memo}}',
      },
    ],
    [
      'the people who are told, each once, and only members of the project',
      { createdUser: user(101, '鈴木 健太') },
      { notify: { creator: true, people: [inWebOnly, inNone, inBothProjects] } },
      { assigneeId: 102, notifiedUserId: [101, 102] },
    ],
    [
      'no creator who is the person that plans',
      { createdUser: user(1, '高橋 彩') },
      { notify: { creator: true, people: [] } },
      { assigneeId: 102 },
    ],
    [
      'no creator who has left the project',
      { createdUser: user(leaver.id) },
      { notify: { creator: true, people: [] } },
      { assigneeId: 102 },
    ],
  ];

  it.each(rows)('%s', (_what, fields, given, params) => {
    expect(planOne(heldIssue(fields), given)).toMatchObject({ pile: 'change', included: true, blocks: [] });
    expect(planOne(heldIssue(fields), given).params).toEqual(params);
  });
});

describe('an issue that cannot be handed over is blocked, with the reason', () => {
  const ops = heldIssue({ projectId: OPS });
  const notMember = (assignee: string, project: string) => ({
    code: 'SUCCESSOR_NOT_MEMBER',
    values: { assignee, project },
  });
  const nobody = { code: 'NO_SUCCESSOR', values: {} };
  const rules = [{ label: '認証', categoryIds: [31, 51], to: inWebOnly }];
  const rows: [string, BacklogIssue, Split, object][] = [
    ['a successor in some projects', ops, { by: 'one', to: inWebOnly }, notMember('鈴木 健太', 'OPS')],
    ['a successor in none', heldIssue(), { by: 'one', to: inNone }, notMember('部外 六郎', 'WEB')],
    [
      'the person of a project is no member of it',
      ops,
      { by: 'project', byProject: { [OPS]: inWebOnly } },
      notMember('鈴木 健太', 'OPS'),
    ],
    [
      'the person of a category is no member of this project',
      { ...ops, category: [category(51, '認証', OPS)] },
      { by: 'category', rules, else: inBothProjects },
      notMember('鈴木 健太', 'OPS'),
    ],
    [
      'nobody of those who share the load is a member',
      ops,
      { by: 'level', to: [inWebOnly, inNone], measure: 'hours' },
      notMember('鈴木 健太、部外 六郎', 'OPS'),
    ],
    ['a project without a successor', ops, { by: 'project', byProject: { [WEB]: inWebOnly } }, nobody],
    ['an issue that is not named', heldIssue(), { by: 'issue', byIssue: {}, else: null }, nobody],
    ['the leaver is the successor', heldIssue(), { by: 'one', to: leaver }, notMember(leaver.label, 'WEB')],
    [
      'a project that is archived, deleted or not joined',
      heldIssue({ projectId: 9, issueKey: 'OLD_A-7' }),
      { by: 'one', to: inBothProjects },
      { code: 'ISSUE_OTHER_PROJECT', values: { project: 'OLD_A' } },
    ],
  ];

  it.each(rows)('%s', (_what, issue, split, block) => {
    const comment = '{{to}}';
    const row = planOne(issue, { split, comment });
    expect(row).toMatchObject({ pile: 'blocked', included: false, diffs: [], params: {}, blocks: [block] });
  });

  it('a leaver who is still a member does not receive their own issues', () => {
    const from = inWebOnly;
    const issue = heldIssue({ assignee: user(from.id), ...dueOn('2026-11-02') });
    const given: Given = { from, split: { by: 'one', to: from }, due: { workingDays: 1, which: 'all' } };
    expect(planOne(issue, given)).toMatchObject({ pile: 'blocked', blocks: [nobody], params: {} });
  });

  it('nothing is passed on in a space where the person may not write', () => {
    const row = planOne(heldIssue(), {}, { actorCanWrite: false });
    expect(row.blocks).toEqual([{ code: 'NO_WRITE_RIGHT', values: { project: 'WEB' } }]);
  });

  it('names people with a comma in English', () => {
    const split: Split = { by: 'level', to: [inWebOnly, inNone], measure: 'issues' };
    expect(planOne(ops, { split, lang: 'en' }).blocks[0]?.values.assignee).toBe('鈴木 健太, 部外 六郎');
  });
});

describe('categories', () => {
  const rules = [
    { label: '認証', categoryIds: [31, 51], to: inWebOnly },
    { label: 'メール', categoryIds: [32], to: inBothProjects },
  ];
  const split: Split = { by: 'category', rules, else: inBothProjects };
  it.each([
    ['none: the rest', [], 102],
    ['one', [category(31, '認証')], 101],
    ['two: the upper rule', [category(32, 'メール'), category(31, '認証')], 101],
    ['one that no rule names', [category(39, 'そのほか')], 102],
  ])('%s', (_what, list, expected) => {
    expect(planOne(heldIssue({ category: list }), { split }).params.assigneeId).toBe(expected);
  });
});

describe('what is not the leaver’s any more is left alone', () => {
  const comment = '{{to}}';
  it.each([
    ['handed over by somebody else', { assignee: user(101) }],
    ['handed over to the very successor', { assignee: user(102) }],
    ['without an assignee', { assignee: null }],
    ['closed', { status: status(4, '完了') }],
  ])('%s: an unchanged row without a comment', (_what, fields) => {
    const row = planOne(heldIssue(fields), { comment, due: { workingDays: 1, which: 'all' } });
    expect(row).toMatchObject({ pile: 'unchanged', included: false, params: {}, diffs: [] });
  });

  it('issues that stay with the leaver have no row', () => {
    const scope = { ...handoverOf().scope, leftOut: [2] };
    const issues = [heldIssue({ id: 1 }), heldIssue({ id: 2 })];
    const items = planHandover(handoverOf({ scope }), handoverInput(issues));
    expect(items.map((item) => item.issueId)).toEqual([1]);
  });

  it('an issue that Backlog shows no longer is said to be gone', () => {
    const items = planHandover(handoverOf(), handoverInput([], { missingIds: [7] }));
    expect(items).toMatchObject([{ issueId: 7, pile: 'blocked', blocks: [{ code: 'ISSUE_GONE' }] }]);
  });
});

describe('children', () => {
  it('go by themselves: a parent takes none along, and stays where it is', () => {
    const parent = heldIssue({ id: 1 });
    const child = issueWith({ id: 2, parentIssueId: 1, assignee: user(101) });
    const own = heldIssue({ id: 3, parentIssueId: 9, projectId: WEB });
    const items = planHandover(handoverOf(), handoverInput([parent, child, own]));
    expect(items.map((item) => [item.issueId, item.params.assigneeId])).toEqual([
      [1, 102],
      [2, undefined],
      [3, 102],
    ]);
  });
});

describe('a child that moves without its parent', () => {
  const parent = { issueKey: 'WEB-9', projectId: WEB, parentIssueId: null, closed: false };
  const sato = { id: leaver.id, name: leaver.label };
  const child = heldIssue({ id: 2, parentIssueId: 9 });
  const nine = heldIssue({ id: 9, issueKey: 'WEB-9' });
  const other: Split = { by: 'issue', byIssue: { 9: inWebOnly }, else: inBothProjects };
  const stays: Split = { by: 'issue', byIssue: { 2: inBothProjects }, else: null };
  const leftOut = { scope: { ...handoverOf().scope, leftOut: [9] } };
  const alone = (holder: string) => [{ code: 'CHILD_MOVES_ALONE', values: { parent: 'WEB-9', holder } }];

  it.each<[string, Partial<PlanParent>, BacklogIssue[], Given, object[]]>([
    ['stays with somebody else', { assignee: { id: 101, name: '鈴木 健太' } }, [], {}, alone('鈴木 健太')],
    ['stays with the leaver, outside the scope', { assignee: sato }, [], {}, alone('佐藤 美咲')],
    ['stays with the leaver, left out', { assignee: sato }, [nine], leftOut, alone('佐藤 美咲')],
    ['has no successor', { assignee: sato }, [nine], { split: stays }, alone('佐藤 美咲')],
    ['goes to somebody else', { assignee: sato }, [nine], { split: other }, alone('鈴木 健太')],
    ['goes along', { assignee: sato }, [nine], {}, []],
    ['is with the successor already', { assignee: { id: 102, name: '田中 直樹' } }, [], {}, []],
    ['is nobody’s', { assignee: null }, [], {}, []],
    [
      'is closed: that is said, and enough',
      { assignee: sato, closed: true },
      [],
      {},
      [{ code: 'PARENT_CLOSED' }],
    ],
  ])('while the parent %s', (_what, known, more, given, warnings) => {
    const parents = new Map([[9, { ...parent, ...known }]]);
    const items = planHandover(handoverOf(given), handoverInput([child, ...more], { parents }));
    const row = items.find((item) => item.issueId === 2);
    expect(row).toMatchObject({ params: { assigneeId: 102 }, warnings });
    expect(row?.warnings).toHaveLength(warnings.length);
    // Under a warning it waits for a person, who may include it as it is.
    expect(row?.included).toBe(warnings.length === 0);
  });

  it('a parent that waits under a warning of its own stays with the leaver until somebody includes it', () => {
    const parents = new Map([[9, { ...parent, assignee: sato }]]);
    const touched = heldIssue({ id: 9, issueKey: 'WEB-9', updated: '2026-11-20T07:59:00Z' });
    const items = planHandover(handoverOf(), handoverInput([child, touched], { parents }));
    expect(items.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      ['CHILD_MOVES_ALONE'],
      ['TOUCHED_RECENTLY'],
    ]);
  });

  it('is nothing to look at in any other plan, nor where the parent could not be read', () => {
    const input = handoverInput([child], {
      parents: new Map([[9, { ...parent, assignee: sato }]]),
    });
    const change: Change = { field: 'assignee', verb: 'set', to: inBothProjects };
    expect(planBulkUpdate({ ...input, changes: [change] })[0]?.warnings).toEqual([]);
    expect(planHandover(handoverOf(), handoverInput([child]))[0]?.warnings).toEqual([]);
  });
});

describe('levelling', () => {
  const split: Split = { by: 'level', to: [inWebOnly, inBothProjects], measure: 'issues' };

  it('deals among members, counting what they hold, an issue that comes twice once', () => {
    const issues = [
      heldIssue({ id: 1 }),
      heldIssue({ id: 1 }),
      heldIssue({ id: 2 }),
      heldIssue({ id: 3, projectId: OPS }),
    ];
    const load = new Map([[102, { issues: 1, hours: 0 }]]);
    const items = planHandover(handoverOf({ split }), handoverInput(issues, { load }));
    expect(items.map((item) => [item.issueId, item.params.assigneeId])).toEqual([
      [1, 101],
      [2, 101],
      [3, 102],
    ]);
  });

  it('leaves the others where they were when one row is changed', () => {
    const issues = [1, 2, 3, 4, 5].map((id) => heldIssue({ id }));
    const plan = (more: Partial<OperationInput>) =>
      planHandover(handoverOf({ split }), handoverInput(issues, more)).map((item) => item.params.assigneeId);
    const before = plan({});
    const other = before[2] === 101 ? inBothProjects : inWebOnly;
    const change: Change = { field: 'assignee', verb: 'set', to: other };
    const after = plan({ fixes: new Map([[3, [change]]]), added: new Set() });
    expect(after).toEqual(before.with(2, other.id));
  });
});

describe('a change that a person adds for one issue', () => {
  const fixed = (issue: BacklogIssue, changes: Change[], given: Given = {}, beside = false) =>
    planOne(issue, given, {
      fixes: new Map([[issue.id, changes]]),
      added: beside ? new Set([issue.id]) : new Set(),
      besides: beside ? new Set([issue.id]) : new Set(),
    });
  const to = (person: typeof leaver): Change => ({ field: 'assignee', verb: 'set', to: person });
  const nobody: Change = { field: 'assignee', verb: 'clear' };
  const comment = '{{to}} {{due}}';

  it('gives it to somebody else, and the comment says so', () => {
    const row = fixed(heldIssue(), [to(inWebOnly)], { comment });
    expect(row.params).toEqual({ assigneeId: 101, comment: '鈴木 健太 期限日なし' });
  });

  it('finds a successor for a row that had none', () => {
    const none: Given = { split: { by: 'issue', byIssue: {}, else: null }, comment };
    expect(fixed(heldIssue(), [to(inWebOnly)], none)).toMatchObject({
      pile: 'change',
      params: { assigneeId: 101, comment: '鈴木 健太 期限日なし' },
    });
  });

  it('moves the due date, and the comment tells the new one', () => {
    const due: Change = { field: 'dueDate', verb: 'set', to: '2026-12-01' };
    const row = fixed(heldIssue(dueOn('2026-11-02')), [due], { comment, lang: 'en' });
    expect(row.params).toEqual({ assigneeId: 102, dueDate: '2026-12-01', comment: '田中 直樹 1 Dec 2026' });
    const none: Change = { field: 'dueDate', verb: 'clear' };
    expect(fixed(heldIssue(dueOn('2026-11-02')), [none], { comment }).params.comment).toBe(
      '田中 直樹 期限日なし',
    );
  });

  it.each([
    ['nobody', nobody, 'NO_SUCCESSOR'],
    ['the leaver', to(leaver), 'SUCCESSOR_NOT_MEMBER'],
    ['no member', to(inNone), 'SUCCESSOR_NOT_MEMBER'],
    ['a swap of somebody else', { ...to(inWebOnly), verb: 'swap', from: inNone } as Change, 'NO_SUCCESSOR'],
  ])('never gives it to %s', (_what, change, code) => {
    for (const beside of [false, true]) {
      expect(fixed(heldIssue(), [change], {}, beside)).toMatchObject({ pile: 'blocked', blocks: [{ code }] });
    }
  });

  it('names one person alone, also where several share the load', () => {
    const split: Split = { by: 'level', to: [inWebOnly, inBothProjects], measure: 'issues' };
    const row = fixed(heldIssue(), [to(inNone)], { split });
    expect(row.blocks).toMatchObject([{ values: { assignee: '部外 六郎' } }]);
  });

  it('takes an issue from the leaver only, never from somebody who has taken it over', () => {
    const taken = issueWith({ id: 5, assignee: user(101) });
    const priority: Change = { field: 'priority', verb: 'set', to: { id: 2, label: '高' } };
    expect(fixed(taken, [to(inBothProjects)], {}, true).pile).toBe('unchanged');
    expect(fixed(taken, [to(inBothProjects), priority], {}, true).params).toEqual({ priorityId: 2 });
  });

  it('is all that happens to an issue beside the handover', () => {
    const set: Change = { field: 'status', verb: 'set', to: inBoth('処理中', 2, 2) };
    const row = fixed(heldIssue(), [set], { comment, reopen: true }, true);
    expect(row.params).toEqual({ statusId: 2 });
  });

  it('stands in for the handover’s own change of the field', () => {
    const review: Change = { field: 'status', verb: 'set', to: inWeb('レビュー待ち', 11) };
    const row = fixed(heldIssue({ status: inProgress }), [review], { reopen: true });
    expect(row.params).toEqual({ assigneeId: 102, statusId: 11 });
  });
});

describe('warnings', () => {
  it('a due date moved before the start or onto a day off waits for a person', () => {
    const early = heldIssue({ ...dueOn('2026-11-02'), startDate: '2026-12-01T00:00:00Z' });
    const row = planOne(early, { due: { workingDays: 1, which: 'all' } });
    expect(row).toMatchObject({
      pile: 'needsReview',
      included: false,
      warnings: [{ code: 'DUE_BEFORE_START' }],
    });
  });

  it('shifted due dates are working days, whatever they were', () => {
    const days = ['2026-04-25', '2026-04-29', '2026-05-02', '2026-05-06', '2026-12-31', '2027-01-01'];
    for (const day of days) {
      const row = planOne(
        heldIssue(dueOn(day)),
        { due: { workingDays: 2, which: 'all' } },
        { today: '2026-04-20' },
      );
      expect(row.warnings).toEqual([]);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from './changes';
import { piles } from './plan';
import { anyChanges, anyIssues } from './plan-arbitraries';
import { planBulkUpdate } from './plan-bulk-update';
import { countPiles } from './plan-counts';
import {
  category,
  inBoth,
  inputOf,
  inWeb,
  issueWith,
  milestone,
  OPS,
  reference,
  status,
} from './plan-fixtures';

function planOne(issue: BacklogIssue, changes: Change[], more = {}) {
  const [item] = planBulkUpdate(inputOf([issue], changes, more));
  if (item === undefined) throw new Error('no item');
  return item;
}

const _s24 = milestone(22, 'Sprint 24');
const _release = milestone(24, 'リリース 3.0');

describe('values that have their own id in every project', () => {
  const ops = issueWith({ projectId: OPS, milestone: [] });

  it('are written with the id of the issue’s own project', () => {
    const change: Change = { field: 'milestone', verb: 'add', values: [inBoth('Sprint 25', 23, 41)] };
    const items = planBulkUpdate(inputOf([issueWith(), { ...ops, id: 2 }], [change]));
    expect(items.map((item) => item.params)).toEqual([{ milestoneId: [23] }, { milestoneId: [41] }]);
  });

  it('block the row when the project is not mapped', () => {
    const item = planOne(ops, [{ field: 'status', verb: 'set', to: inWeb('レビュー待ち', 11) }]);
    const values = { field: 'status', label: 'レビュー待ち', project: 'OPS' };
    expect(item).toMatchObject({ pile: 'blocked', included: false, params: {}, diffs: [] });
    expect(item.blocks).toEqual([{ code: 'VALUE_NOT_IN_PROJECT', values }]);
  });

  it('block the row when the mapped id no longer exists', () => {
    const item = planOne(issueWith(), [
      { field: 'milestone', verb: 'add', values: [inWeb('Sprint 26', 99)] },
    ]);
    expect(item.blocks).toMatchObject([{ code: 'VALUE_NOT_IN_PROJECT', values: { label: 'Sprint 26' } }]);
  });

  it('do not block a swap or removal where the project cannot hold the value', () => {
    const swap: Change = {
      field: 'milestone',
      verb: 'swap',
      from: inWeb('Sprint 24', 22),
      to: inWeb('Sprint 25', 23),
    };
    const remove: Change = { field: 'category', verb: 'remove', values: [inWeb('メール', 32)] };
    expect(planOne(ops, [swap]).pile).toBe('unchanged');
    expect(planOne(ops, [remove]).pile).toBe('unchanged');
    const due: Change = { field: 'dueDate', verb: 'set', to: '2026-11-27' };
    expect(planOne(ops, [swap, due]).params).toEqual({ dueDate: '2026-11-27' });
  });

  it('block a swap or removal when the issue holds the name but the mapping leaves its project out', () => {
    const held = { ...ops, category: [category(51, '認証', OPS)] };
    const item = planOne(held, [{ field: 'category', verb: 'remove', values: [inWeb('認証', 31)] }]);
    expect(item.pile).toBe('blocked');
  });

  it('block a swap whose target is missing only where the swap would happen', () => {
    const swap: Change = {
      field: 'status',
      verb: 'swap',
      from: inBoth('未対応', 1, 1),
      to: inWeb('レビュー待ち', 11),
    };
    expect(planOne(ops, [swap]).pile).toBe('blocked');
    expect(planOne({ ...ops, status: status(2, '処理中', OPS) }, [swap]).pile).toBe('unchanged');
  });

  it('keep a priority or resolution that the space does not have out of Backlog', () => {
    expect(planOne(ops, [{ field: 'priority', verb: 'set', to: { id: 9, label: '至急' } }]).pile).toBe(
      'blocked',
    );
  });
});

describe('rows that cannot be carried out', () => {
  const due: Change = { field: 'dueDate', verb: 'set', to: '2026-11-27' };

  it('ids that Backlog no longer shows follow as blocked rows', () => {
    const items = planBulkUpdate(inputOf([issueWith()], [due], { missingIds: [7, 1001] }));
    expect(items.map((item) => item.issueId)).toEqual([1001, 7]);
    expect(items[1]).toMatchObject({
      pile: 'blocked',
      blocks: [{ code: 'ISSUE_GONE', values: { id: '7' } }],
    });
  });

  it('issues of projects that were not read', () => {
    const item = planOne(issueWith({ projectId: 77, issueKey: 'NEW_1-5' }), [due]);
    expect(item.blocks).toEqual([{ code: 'ISSUE_OTHER_PROJECT', values: { project: 'NEW_1' } }]);
  });

  it('everything, for a person who may not write', () => {
    expect(planOne(issueWith(), [due], { actorCanWrite: false }).blocks).toMatchObject([
      { code: 'NO_WRITE_RIGHT' },
    ]);
  });
});

describe('a comment', () => {
  const comment: Change = { field: 'comment', verb: 'add', text: '引き継ぎました' };
  const close: Change = { field: 'status', verb: 'set', to: inWeb('完了', 4) };

  it('alone changes every row', () => {
    expect(planOne(issueWith(), [comment])).toMatchObject({
      pile: 'change',
      diffs: [],
      params: { comment: '引き継ぎました' },
    });
  });

  it('rides on rows that change', () => {
    expect(planOne(issueWith(), [close, comment]).params).toEqual({ statusId: 4, comment: '引き継ぎました' });
  });

  it('does not go to rows where nothing changes', () => {
    const item = planOne(issueWith({ status: status(4, '完了') }), [close, comment]);
    expect(item).toMatchObject({ pile: 'unchanged', params: {} });
  });

  it('does not go to blocked rows', () => {
    expect(planOne(issueWith({ projectId: OPS }), [close, comment])).toMatchObject({
      pile: 'blocked',
      params: {},
    });
  });
});

describe('a parent', () => {
  const toNine: Change = { field: 'parent', verb: 'set', to: { id: 9, label: 'WEB-9' } };
  const nine = { issueKey: 'WEB-90', projectId: 1, parentIssueId: null, closed: false };
  const known = (
    parent: typeof nine | (Omit<typeof nine, 'parentIssueId'> & { parentIssueId: number }) | null,
  ) => ({
    parents: new Map([[9, parent]]),
  });

  it('is called by its key as it was read, before and after', () => {
    const parents = new Map([
      [8, { ...nine, issueKey: 'WEB-80' }],
      [9, nine],
    ]);
    expect(planOne(issueWith({ parentIssueId: 8 }), [toNine], { parents }).diffs).toEqual([
      { field: 'parent', before: { id: 8, name: 'WEB-80' }, after: { id: 9, name: 'WEB-90' } },
    ]);
  });

  it.each([
    ['the issue itself', issueWith({ id: 9 }), known(nine)],
    ['a child of the issue', issueWith(), known({ ...nine, parentIssueId: 1001 })],
    ['an issue of another project', issueWith(), known({ ...nine, projectId: OPS })],
    ['an issue that Backlog does not show', issueWith(), known(null)],
    ['any issue where the project has no parents', issueWith({ projectId: OPS }), {}],
  ])('cannot be %s', (_name, issue, more) => {
    expect(planOne(issue, [toNine], more)).toMatchObject({
      pile: 'blocked',
      blocks: [{ code: 'PARENT_NOT_POSSIBLE' }],
    });
  });
});

describe('people to notify', () => {
  const notify: Change = {
    field: 'notify',
    verb: 'add',
    people: [
      { id: 101, label: '佐藤' },
      { id: 102, label: '田中' },
    ],
  };
  const close: Change = { field: 'status', verb: 'set', to: inWeb('完了', 4) };

  it('are told where something takes effect, and nowhere else', () => {
    expect(planOne(issueWith(), [notify, close]).params).toEqual({ statusId: 4, notifiedUserId: [101, 102] });
    expect(planOne(issueWith({ status: status(4, '完了') }), [notify, close])).toMatchObject({
      pile: 'unchanged',
      params: {},
    });
  });

  it('are told of a comment', () => {
    const comment: Change = { field: 'comment', verb: 'add', text: 'お願いします' };
    expect(planOne(issueWith(), [notify, comment]).params).toEqual({
      comment: 'お願いします',
      notifiedUserId: [101, 102],
    });
  });

  it('alone change nothing', () => {
    expect(planOne(issueWith(), [notify])).toMatchObject({ pile: 'unchanged', params: {} });
  });
});

describe('planning', () => {
  const missing = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { maxLength: 4 });

  it('puts every selected issue into exactly one pile, once, in selection order', () => {
    fc.assert(
      fc.property(anyIssues, anyChanges, missing, (issues, changes, missingIds) => {
        const items = planBulkUpdate(inputOf([...issues, ...issues], changes, { missingIds }));
        const selected = [...new Set([...issues.map((issue) => issue.id), ...missingIds])];
        expect(items.map((item) => item.issueId)).toEqual(selected);
        expect(items.every((item) => piles.includes(item.pile))).toBe(true);
        const counts = countPiles(items);
        expect(counts.change + counts.unchanged + counts.needsReview + counts.blocked).toBe(items.length);
      }),
    );
  });

  it('has parameters exactly where something is to be sent, and includes only calm changes', () => {
    fc.assert(
      fc.property(anyIssues, anyChanges, (issues, changes) => {
        for (const item of planBulkUpdate(inputOf(issues, changes))) {
          const sends = item.pile === 'change' || item.pile === 'needsReview';
          expect(Object.keys(item.params).length > 0).toBe(sends);
          expect(item.included).toBe(item.pile === 'change');
          expect(item.blocks.length > 0).toBe(item.pile === 'blocked');
          expect(item.warnings.length > 0).toBe(item.pile === 'needsReview');
        }
      }),
    );
  });

  it('is a pure function of what it is given', () => {
    fc.assert(
      fc.property(anyIssues, anyChanges, (issues, changes) => {
        const input = inputOf(issues, changes);
        const before = structuredClone({ issues, changes });
        expect(planBulkUpdate(input)).toEqual(planBulkUpdate(input));
        expect({ issues, changes }).toEqual(before);
        expect(reference.projects.size).toBe(2);
      }),
    );
  });
});

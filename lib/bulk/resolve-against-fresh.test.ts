import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from './changes';
import { compareWithAnswer } from './compare-with-answer';
import { BUG, customOn, target, webField } from './custom-fixtures';
import { differsFromImage } from './field-image';
import { withDiffs } from './issue-after';
import { fieldValueOf, isEmpty } from './issue-values';
import { anyChanges, anyIssue } from './plan-arbitraries';
import { planBulkUpdate } from './plan-bulk-update';
import { category, inputOf, inWeb, issueType, issueWith, milestone, status, user } from './plan-fixtures';
import { resolveAgainstFresh } from './resolve-against-fresh';

function planOne(issue: BacklogIssue, changes: Change[]) {
  const [item] = planBulkUpdate(inputOf([issue], changes));
  if (item === undefined) throw new Error('no item');
  return item;
}

const handOver: Change = { field: 'assignee', verb: 'set', to: { id: 102, label: '田中 直樹' } };
const close: Change = { field: 'status', verb: 'set', to: inWeb('完了', 4) };
const swap: Change = {
  field: 'milestone',
  verb: 'swap',
  from: inWeb('Sprint 24', 22),
  to: inWeb('Sprint 25', 23),
};
const comment: Change = { field: 'comment', verb: 'add', text: '引き継ぎました' };
const s24 = milestone(22, 'Sprint 24');
const s25 = milestone(23, 'Sprint 25');
const release = milestone(24, 'リリース 3.0');

describe('a field that someone changed since the plan', () => {
  it('is a conflict that says what was planned, what is there, and who did it', () => {
    const item = planOne(issueWith(), [handOver]);
    const fresh = issueWith({
      assignee: user(103, '鈴木 健太'),
      updatedUser: user(104, '佐藤 美咲'),
      updated: '2026-11-20T05:34:00Z',
    });
    expect(resolveAgainstFresh(item, fresh)).toEqual({
      kind: 'conflict',
      fields: [
        { field: 'assignee', planned: { id: 101, name: '人101' }, now: { id: 103, name: '鈴木 健太' } },
      ],
      by: { name: '佐藤 美咲', at: '2026-11-20T05:34:00Z' },
    });
  });

  it('holds back the fields beside it', () => {
    const item = planOne(issueWith(), [handOver, close]);
    expect(resolveAgainstFresh(item, issueWith({ assignee: null })).kind).toBe('conflict');
  });

  it('is no conflict when it already is what we want', () => {
    const item = planOne(issueWith(), [handOver, close]);
    const fresh = issueWith({ assignee: user(102) });
    expect(resolveAgainstFresh(item, fresh)).toMatchObject({ kind: 'send', params: { statusId: 4 } });
  });

  it('does not matter when the plan does not touch it', () => {
    const item = planOne(issueWith(), [handOver]);
    const fresh = issueWith({ status: status(2, '処理中'), updated: '2026-11-21T00:00:00Z' });
    expect(resolveAgainstFresh(item, fresh)).toMatchObject({ kind: 'send', params: item.params });
  });

  it('resolution 0 and no resolution are two things', () => {
    const item = planOne(issueWith(), [{ field: 'resolution', verb: 'set', to: { id: 2, label: '無効' } }]);
    const fresh = issueWith({ resolution: { id: 0, name: '対応済み' } });
    expect(resolveAgainstFresh(item, fresh).kind).toBe('conflict');
  });

  it('a moved issue is a conflict', () => {
    const item = planOne(issueWith(), [handOver]);
    const fresh = issueWith({ projectId: 2, issueKey: 'OPS-9' });
    expect(resolveAgainstFresh(item, fresh)).toMatchObject({
      kind: 'conflict',
      fields: [{ field: 'project', planned: 'WEB-1001', now: 'OPS-9' }],
    });
  });
});

describe('custom fields', () => {
  const note = webField(1);
  const radio = webField(8);
  const multi = webField(6);
  const bug = issueType(BUG, 'バグ');
  const chosen = { id: 1, name: '選択1' };
  const write: Change = { field: 'custom', target: target(1), verb: 'set', to: '新' };
  const toBug: Change = { field: 'issueType', verb: 'set', to: inWeb('バグ', BUG) };
  const fill: Change = { field: 'custom', target: target(8), verb: 'set', to: inWeb('選択1', 1) };
  const withNote = (value: string | null) => issueWith({ customFields: [customOn(note, value)] });

  it('are compared with the plan like any other', () => {
    const item = planOne(withNote('旧'), [write]);
    expect(resolveAgainstFresh(item, withNote('新')).kind).toBe('unchanged');
    expect(resolveAgainstFresh(item, withNote('旧'))).toMatchObject({
      kind: 'send',
      params: { customField_701: '新' },
      before: { customField_701: '旧' },
    });
    expect(resolveAgainstFresh(item, withNote('他'))).toMatchObject({
      kind: 'conflict',
      fields: [{ field: 'customField_701', planned: '旧', now: '他' }],
    });
  });

  it('merge their choices into those that are there now', () => {
    const add: Change = { field: 'custom', target: target(6), verb: 'add', values: [inWeb('選択1', 1)] };
    const item = planOne(issueWith({ customFields: [customOn(multi, [])] }), [add]);
    const fresh = issueWith({ customFields: [customOn(multi, [{ id: 3, name: '選択3' }])] });
    expect(resolveAgainstFresh(item, fresh)).toMatchObject({
      kind: 'send',
      params: { customField_706: [3, 1] },
    });
  });

  it('that the issue lost with its type are a conflict, even when they were empty', () => {
    const item = planOne(withNote(null), [write]);
    expect(resolveAgainstFresh(item, issueWith({ customFields: [] }))).toMatchObject({
      kind: 'conflict',
      fields: [{ field: 'customField_701', planned: null, now: null }],
    });
  });

  it('of the type that the plan sets need not be there yet', () => {
    const item = planOne(withNote('旧'), [toBug, fill]);
    expect(resolveAgainstFresh(item, withNote('旧'))).toMatchObject({
      kind: 'send',
      params: { issueTypeId: BUG, customField_708: 1 },
      before: { issueType: { id: 61 }, customField_708: null, customField_701: '旧' },
    });
  });

  it('are written alone when somebody has changed the type already', () => {
    const item = planOne(withNote('旧'), [toBug, fill]);
    const moved = issueWith({ issueType: bug, customFields: [customOn(radio, null)] });
    expect(resolveAgainstFresh(item, moved)).toMatchObject({ kind: 'send', params: { customField_708: 1 } });
    const done = issueWith({ issueType: bug, customFields: [customOn(radio, chosen)] });
    expect(resolveAgainstFresh(item, done).kind).toBe('unchanged');
    const lacking = issueWith({ issueType: bug, customFields: [] });
    expect(resolveAgainstFresh(item, lacking).kind).toBe('conflict');
  });
});

it('people are told only where something is sent', () => {
  const notify: Change = { field: 'notify', verb: 'add', people: [{ id: 104, label: '佐藤' }] };
  const item = planOne(issueWith(), [handOver, notify]);
  expect(resolveAgainstFresh(item, issueWith())).toMatchObject({ params: { notifiedUserId: [104] } });
  expect(resolveAgainstFresh(item, issueWith({ assignee: user(102) })).kind).toBe('unchanged');
});

it('a parent is called by the key that the plan knew', () => {
  const toNine: Change = { field: 'parent', verb: 'set', to: { id: 9, label: 'WEB-9' } };
  const item = planOne(issueWith(), [toNine]);
  expect(resolveAgainstFresh(item, issueWith({ parentIssueId: 5 }))).toMatchObject({
    kind: 'conflict',
    fields: [{ field: 'parent', planned: null, now: { id: 5, name: '#5' } }],
  });
});

describe('lists merge into what is there now', () => {
  it('a milestone that someone added stays', () => {
    const item = planOne(issueWith({ milestone: [s24] }), [swap]);
    expect(resolveAgainstFresh(item, issueWith({ milestone: [release, s24] }))).toMatchObject({
      kind: 'send',
      params: { milestoneId: [24, 23] },
      expected: [{ before: [{ id: 24 }, { id: 22 }], after: [{ id: 24 }, { id: 23 }] }],
      before: { milestone: [{ id: 24 }, { id: 22 }] },
    });
  });

  it('a swap whose source has gone is a conflict', () => {
    const item = planOne(issueWith({ milestone: [s24] }), [swap]);
    expect(resolveAgainstFresh(item, issueWith({ milestone: [release] }))).toMatchObject({
      kind: 'conflict',
      fields: [{ field: 'milestone' }],
    });
  });

  it('a swap that someone made by hand is unchanged', () => {
    const item = planOne(issueWith({ milestone: [s24] }), [swap]);
    expect(resolveAgainstFresh(item, issueWith({ milestone: [s25] })).kind).toBe('unchanged');
  });

  it('a removal removes what was shown, not what came later', () => {
    const remove: Change = {
      field: 'category',
      verb: 'remove',
      values: [inWeb('認証', 31), inWeb('メール', 32)],
    };
    const item = planOne(issueWith({ category: [category(31, '認証')] }), [remove]);
    const fresh = issueWith({ category: [category(31, '認証'), category(32, 'メール')] });
    expect(resolveAgainstFresh(item, fresh)).toMatchObject({ kind: 'send', params: { categoryId: [32] } });
  });

  it('a whole list that someone changed is a conflict, another order is not', () => {
    const set: Change = { field: 'milestone', verb: 'set', to: [inWeb('Sprint 25', 23)] };
    const item = planOne(issueWith({ milestone: [s24, release] }), [set]);
    expect(resolveAgainstFresh(item, issueWith({ milestone: [release, s24] })).kind).toBe('send');
    expect(resolveAgainstFresh(item, issueWith({ milestone: [s24] })).kind).toBe('conflict');
  });
});

it('an approved comment is sent even when the fields got there by themselves', () => {
  const item = planOne(issueWith(), [handOver, comment]);
  expect(resolveAgainstFresh(item, issueWith({ assignee: user(102) }))).toEqual({
    kind: 'send',
    params: { comment: '引き継ぎました' },
    expected: [],
    before: {},
  });
});

describe('for any issue and any changes', () => {
  const issue = anyIssue(1001);

  it('an unchanged issue is sent exactly what the plan shows', () => {
    fc.assert(
      fc.property(issue, anyChanges, (before, changes) => {
        const item = planOne(before, changes);
        const resolved = resolveAgainstFresh(item, before);
        if (Object.keys(item.params).length === 0) expect(resolved.kind).toBe('unchanged');
        else expect(resolved).toMatchObject({ kind: 'send', params: item.params, expected: item.diffs });
      }),
    );
  });

  it('after the write nothing is left to send, and the answer compares equal', () => {
    fc.assert(
      fc.property(issue, anyChanges, (before, changes) => {
        const silent = changes.filter((change) => change.field !== 'comment' && change.field !== 'notify');
        fc.pre(silent.length > 0);
        const item = planOne(before, silent);
        const after = withDiffs(before, item.diffs);
        expect(resolveAgainstFresh(item, after).kind).toBe('unchanged');
        expect(compareWithAnswer(item.params, after)).toEqual([]);
        const touched = item.diffs.map((diff) => diff.field);
        expect(compareWithAnswer(item.params, before).toSorted()).toEqual(touched.toSorted());
      }),
    );
  });

  it('the before-image tells the issue from what we wrote', () => {
    fc.assert(
      fc.property(issue, anyChanges, (before, changes) => {
        const resolved = resolveAgainstFresh(planOne(before, changes), before);
        fc.pre(resolved.kind === 'send');
        expect(differsFromImage(resolved.before, before)).toEqual([]);
        const touched = resolved.expected.map((diff) => diff.field);
        const after = withDiffs(before, resolved.expected);
        const differs = differsFromImage(resolved.before, after);
        expect(differs).toEqual(expect.arrayContaining(touched));
        // Another type drops fields that it does not have.
        const dropped = differs.filter((field) => !touched.includes(field));
        expect(dropped.length === 0 || touched.includes('issueType')).toBe(true);
        expect(dropped.every((field) => isEmpty(fieldValueOf(after, field, 'Asia/Tokyo')))).toBe(true);
      }),
    );
  });

  it('merging never takes away a value that was not named', () => {
    fc.assert(
      fc.property(issue, issue, anyChanges, (before, fresh, changes) => {
        const item = planOne(before, changes);
        const resolved = resolveAgainstFresh(item, fresh);
        if (resolved.kind !== 'send') return;
        for (const diff of resolved.expected) {
          if (!('merge' in diff) || !diff.merge) continue;
          const named = new Set(diff.remove.map((value) => value.id));
          const after = new Set(diff.after.map((value) => value.id));
          expect(diff.before.filter((value) => !named.has(value.id) && !after.has(value.id))).toEqual([]);
        }
      }),
    );
  });
});

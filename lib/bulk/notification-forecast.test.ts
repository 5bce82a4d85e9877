import { describe, expect, it } from 'vitest';
import type { Change } from './changes';
import { notificationForecast } from './notification-forecast';
import { notifyFixes } from './notify-fixes';
import type { PlanItem } from './plan';
import { planBulkUpdate } from './plan-bulk-update';
import { inputOf, issueWith, OPS, user, WEB } from './plan-fixtures';
import { stepItem } from './plan-steps';
import { setIncluded } from './set-included';

const high: Change = { field: 'priority', verb: 'set', to: { id: 2, label: '高' } };
const to = (id: number): Change => ({ field: 'assignee', verb: 'set', to: { id, label: `人${id}` } });
const tell = (...ids: number[]): Change => ({
  field: 'notify',
  verb: 'add',
  people: ids.map((id) => ({ id, label: `人${id}` })),
});
const ME = 109;
/** Two issues of 101, one of 102, one of nobody. */
const issues = [101, 101, 102, null].map((id, index) =>
  issueWith({ id: index + 1, assignee: id === null ? null : user(id) }),
);
const plan = (...changes: Change[]) => planBulkUpdate(inputOf(issues, changes));
const counts = (items: readonly PlanItem[], actorId = ME) =>
  notificationForecast(items, actorId).people.map(({ userId, count }) => [userId, count]);

describe('who is expected to hear of a run', () => {
  it.each<[string, Change[], number, number[][]]>([
    [
      'the assignees, most notices first',
      [high],
      ME,
      [
        [101, 2],
        [102, 1],
      ],
    ],
    ['the assignee after the change, not the one before', [to(102)], ME, [[102, 3]]],
    ['nobody where the assignee is taken away', [{ field: 'assignee', verb: 'clear' }], ME, []],
    [
      'those who are named, on every issue',
      [high, tell(102)],
      ME,
      [
        [102, 4],
        [101, 2],
      ],
    ],
    [
      'each once per issue, also when named and assigned',
      [high, tell(101)],
      ME,
      [
        [101, 4],
        [102, 1],
      ],
    ],
    ['never the person who does it', [high, tell(101, 102)], 101, [[102, 4]]],
    [
      'the assignee of a mere comment',
      [{ field: 'comment', verb: 'add', text: '確認' }],
      ME,
      [
        [101, 2],
        [102, 1],
      ],
    ],
  ])('%s', (_name, changes, actorId, expected) => {
    expect(counts(plan(...changes), actorId)).toEqual(expected);
  });

  it('rows that are left out and unchanged ones tell nobody', () => {
    expect(counts(setIncluded(plan(high), { include: [], exclude: [1, 3] }))).toEqual([[101, 1]]);
    expect(counts(plan({ field: 'priority', verb: 'set', to: { id: 3, label: '中' } }))).toEqual([]);
  });

  it('side steps tell nobody', () => {
    const step = stepItem(
      { kind: 'createMilestone', projectId: WEB, name: 'Sprint 26', startDate: null, dueDate: null },
      { number: 1, stage: 0 },
    );
    expect(notificationForecast([step], ME)).toEqual({ people: [], total: 0 });
  });

  it('adds up, and names people as the plan shows them', () => {
    const forecast = notificationForecast(plan(high, tell(102)).slice(0, 2), ME);
    expect(forecast).toEqual({
      people: [
        { userId: 101, name: '人101', count: 2 },
        { userId: 102, name: null, count: 2 },
      ],
      total: 4,
    });
  });
});

describe('choosing who is told', () => {
  const mixed = [
    ...planBulkUpdate(
      inputOf([issueWith({ id: 1 }), issueWith({ id: 2, projectId: OPS })], [high, tell(101)]),
    ),
    ...planBulkUpdate(inputOf([issueWith({ id: 3, projectId: 99 })], [high])),
  ];
  const place = {
    membersOf: (projectId: number) => new Set(projectId === WEB ? [101, 102] : [102]),
    nameOf: (id: number) => `人${id}`,
  };
  const named = (id: number) => ({ id, label: `人${id}` });

  it('keeps those who are told already and adds where the person is a member', () => {
    const wish = { add: [named(102), named(101)], remove: new Set<number>() };
    expect(notifyFixes(mixed, wish, place)).toEqual([{ issueIds: [1, 2], changes: [tell(101, 102)] }]);
  });

  it('says "nobody" where the last one goes, and the plan then tells nobody', () => {
    const groups = notifyFixes(mixed, { add: [], remove: new Set([101]) }, place);
    expect(groups).toEqual([{ issueIds: [1, 2], changes: [{ field: 'notify', verb: 'add', people: [] }] }]);
    const fixes = new Map(groups.flatMap(({ issueIds, changes }) => issueIds.map((id) => [id, changes])));
    const [item] = planBulkUpdate(inputOf([issueWith({ id: 1 })], [high, tell(101)], { fixes }));
    expect(item?.params).toEqual({ priorityId: 2 });
  });

  it('leaves rows alone that tell the right people, and those that write nothing', () => {
    expect(notifyFixes(mixed, { add: [named(101)], remove: new Set() }, place)).toEqual([]);
  });

  it('adds anybody where the members are not known', () => {
    const wish = { add: [named(7)], remove: new Set<number>() };
    const groups = notifyFixes(mixed, wish, { ...place, membersOf: () => null });
    expect(groups.map(({ issueIds }) => issueIds)).toEqual([[1, 2]]);
  });
});

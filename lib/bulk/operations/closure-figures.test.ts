import { describe, expect, test } from 'vitest';
import { closureBasics, closureFigures, type FigureIssue, type FiguresInput } from './closure-figures';
import type { HistoryEvent } from './milestone-history';

const sprint = { id: 3, name: 'Sprint 24', archived: false, startDate: '2026-11-09', dueDate: '2026-11-13' };
const before = { id: 2, name: 'Sprint 23', archived: true, startDate: '2026-11-02', dueDate: '2026-11-06' };
const statuses = [
  { id: 1, name: '未対応' },
  { id: 2, name: '処理中' },
  { id: 3, name: '処理済み' },
  { id: 12, name: '顧客確認中' },
  { id: 4, name: '完了' },
];

function issue(id: number, fields: Partial<FigureIssue> = {}): FigureIssue {
  return {
    id,
    created: '2026-11-01T00:00:00Z',
    statusId: 1,
    milestoneIds: [3],
    issueTypeId: 60,
    assigneeId: 101,
    assigneeName: '佐藤 美咲',
    estimatedHours: 2,
    actualHours: null,
    ...fields,
  };
}
const at = (day: string) => `${day}T03:00:00Z`;
const status = (day: string, from: string, to: string): HistoryEvent => ({
  at: at(day),
  field: 'status',
  from,
  to,
});
const moved = (day: string, from: string | null, to: string): HistoryEvent => ({
  at: at(day),
  field: 'milestone',
  from,
  to,
});

function inputOf(issues: [FigureIssue, HistoryEvent[]][], more: Partial<FiguresInput> = {}): FiguresInput {
  return {
    milestone: sprint,
    issues: issues.map(([one]) => one),
    histories: new Map(issues.map(([one, events]) => [one.id, events])),
    milestones: [before, sprint],
    statuses,
    issueTypes: [
      { id: 60, name: 'タスク' },
      { id: 61, name: 'バグ' },
    ],
    velocities: [],
    holidays: new Set(['2026-11-11']),
    today: '2026-11-15',
    timezone: 'Asia/Tokyo',
    ...more,
  };
}

/** Done on Tuesday; resolved on Thursday; carried over and open; added on Wednesday, closed on Friday. */
const sample = inputOf([
  [issue(1, { statusId: 4, estimatedHours: 3, actualHours: 2.5 }), [status('2026-11-10', '処理中', '完了')]],
  [issue(2, { statusId: 3, issueTypeId: 61 }), [status('2026-11-12', '処理中', '処理済み')]],
  [issue(3, { assigneeId: null, assigneeName: null }), [moved('2026-11-06', 'Sprint 23', 'Sprint 24')]],
  [
    issue(4, { statusId: 4, estimatedHours: 4.1, created: at('2026-11-11') }),
    [moved('2026-11-11', null, 'Sprint 24'), status('2026-11-13', '未対応', '完了')],
  ],
]);

describe('figures of a milestone', () => {
  test('burndown, day by day, with 完了 alone as done', () => {
    const { start, burndown, now } = closureFigures(sample, false);
    expect(start).toEqual({ issues: 3, hours: 7 });
    expect(burndown).toEqual([
      { day: '2026-11-09', workingDay: true, issues: 3, hours: 7 },
      { day: '2026-11-10', workingDay: true, issues: 2, hours: 4 },
      { day: '2026-11-11', workingDay: false, issues: 3, hours: 8.1 },
      { day: '2026-11-12', workingDay: true, issues: 3, hours: 8.1 },
      { day: '2026-11-13', workingDay: true, issues: 2, hours: 4 },
    ]);
    expect(now).toEqual({ issues: 2, hours: 4 });
  });

  test('burndown with 処理済み and later as done', () => {
    const { burndown, now, done, completionRate } = closureFigures(sample, true);
    expect(burndown?.map((point) => point.issues)).toEqual([3, 2, 3, 2, 1]);
    expect(now).toEqual({ issues: 1, hours: 2 });
    expect(done).toEqual({ issues: 3, hours: 9.1 });
    expect(completionRate).toBe(0.75);
  });

  test('planned and added add up; carry-overs, bugs and people', () => {
    const figures = closureFigures(sample, false);
    expect(figures).toMatchObject({
      planned: 3,
      added: 1,
      done: { issues: 2, hours: 7.1 },
      completionRate: 0.5,
      carryOvers: { 3: 1 },
      bugs: { issues: 1, total: 4 },
    });
    expect(figures.byAssignee).toEqual([
      { id: null, name: null, issues: 1, hours: 2, carryOvers: 1 },
      { id: 101, name: '佐藤 美咲', issues: 1, hours: 2, carryOvers: 0 },
    ]);
  });

  test('what comes on the first day is planned', () => {
    const first = issue(1, { created: at('2026-11-09') });
    const input = inputOf([[first, [moved('2026-11-09', null, 'Sprint 24')]]]);
    expect(closureFigures(input, false)).toMatchObject({ planned: 1, added: 0 });
  });

  test('what was done before it began is planned, and no work of it', () => {
    const input = inputOf([[issue(1, { statusId: 4 }), [status('2026-11-08', '処理中', '完了')]]]);
    expect(closureFigures(input, false)).toMatchObject({ planned: 1, start: { issues: 0 } });
  });

  test('what was opened again counts again', () => {
    const events = [status('2026-11-09', '未対応', '完了'), status('2026-11-12', '完了', '処理中')];
    const { burndown } = closureFigures(inputOf([[issue(1, { statusId: 2 }), events]]), false);
    expect(burndown?.map((point) => point.issues)).toEqual([0, 0, 0, 1, 1]);
  });

  test('before its end it goes as far as today; before its start nowhere', () => {
    const days = (today: string) => closureFigures({ ...sample, today }, false).burndown?.length;
    expect(days('2026-11-11')).toBe(3);
    expect(days('2026-11-01')).toBe(0);
  });

  test('without days there is no chart and nothing planned, but all that the issues tell', () => {
    const milestone = { ...sprint, startDate: null };
    expect(closureFigures({ ...sample, milestone }, false)).toMatchObject({
      start: null,
      burndown: null,
      planned: null,
      added: null,
      completionRate: 0.5,
    });
  });

  test('a milestone of years has no chart', () => {
    const milestone = { ...sprint, dueDate: '2028-11-09' };
    expect(closureFigures({ ...sample, milestone }, false).burndown).toBeNull();
  });

  test('no issues: no rate; no type called so: no bugs', () => {
    const input = inputOf([], { issueTypes: [{ id: 61, name: '障害' }] });
    expect(closureFigures(input, false)).toMatchObject({ completionRate: null, bugs: null, planned: 0 });
  });

  test('basics count every status, also the empty ones', () => {
    expect(closureBasics(sample.issues, statuses)).toEqual({
      total: 4,
      statuses: [
        { id: 1, issues: 1, hours: 2 },
        { id: 2, issues: 0, hours: 0 },
        { id: 3, issues: 1, hours: 2 },
        { id: 12, issues: 0, hours: 0 },
        { id: 4, issues: 2, hours: 7.1 },
      ],
      hoursKnown: true,
      estimatedHours: 11.1,
      actualHours: 2.5,
    });
  });
});

test('what an earlier closing took out was planned, and is not done, whatever became of it since', () => {
  const left = issue(5, { milestoneIds: [4], statusId: 4 });
  const input: FiguresInput = {
    ...sample,
    milestones: [...sample.milestones, { ...sprint, id: 4, name: 'Sprint 25' }],
    movedOut: [left],
    histories: new Map([
      ...sample.histories,
      [5, [moved('2026-11-14', 'Sprint 24', 'Sprint 25'), status('2026-11-15', '未対応', '完了')]],
    ]),
  };
  const figures = closureFigures(input, false);
  const alone = closureFigures(sample, false);
  expect(figures).toMatchObject({
    planned: (alone.planned ?? 0) + 1,
    added: alone.added,
    done: alone.done,
    now: alone.now,
    completionRate: 2 / 5,
    bugs: { issues: 1, total: 5 },
  });
  expect(figures.burndown?.map(({ issues }) => issues)).toEqual([4, 3, 4, 4, 3]);
  // Of one that nobody can see any more it is not known when it came.
  expect(closureFigures({ ...sample, unseen: 1 }, false)).toMatchObject({
    planned: null,
    added: null,
    completionRate: 2 / 5,
  });
});

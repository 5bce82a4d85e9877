import { describe, expect, test } from 'vitest';
import { facts, issue, release, rowsOf, sprint } from './closure-fixtures';
import { emptyForm, withDecision } from './closure-form';
import { carriedOverBy, countRows } from './closure-rows';

const lanesOf = (...args: Parameters<typeof rowsOf>) =>
  Object.fromEntries(rowsOf(...args).map(({ issue: { id }, lane, to }) => [id, [lane, to]]));

describe('the columns', () => {
  const issues = [
    issue(1, { statusId: 4 }),
    issue(2, { statusId: 3 }),
    issue(3, { statusId: 1 }),
    // レビュー待ち stands before 処理済み.
    issue(4, { statusId: 11 }),
  ];

  test('closed issues go nowhere, resolved ones are closed, the rest goes on', () => {
    expect(lanesOf(issues)).toEqual({
      1: ['closed', null],
      2: ['resolved', 'close'],
      3: ['unfinished', 'next'],
      4: ['unfinished', 'next'],
    });
  });

  test('resolved issues go where unfinished ones go, once they do not count as done', () => {
    expect(lanesOf(issues, { resolvedIsDone: false })[2]).toEqual(['resolved', 'next']);
  });

  test('a decision of its own wins, and counts add up to all issues', () => {
    const form = withDecision({ ...emptyForm, unfinished: 'none' }, [3], { to: 'close' });
    const rows = rowsOf(issues, { form });
    expect(rows.map(({ to }) => to)).toEqual([null, 'close', 'close', 'none']);
    expect(countRows(rows)).toMatchObject({ closed: 1, close: 2, none: 1, next: 0, undecided: 0 });
  });
});

test('what is left out stays in its column, goes nowhere, waits for nobody and keeps its due date', () => {
  const issues = [
    issue(1, { dueDate: '2026-11-20' }),
    issue(2),
    issue(3, { statusId: 3 }),
    issue(4, { statusId: 4 }),
    issue(5),
  ];
  const form = { ...emptyForm, moveDueDates: true, leftOut: [1, 2, 3, 4, 99] };
  const rows = rowsOf(issues, { form, carryOvers: { '2': 2 } });
  expect(rows.map(({ lane, to, leftOut, newDue }) => [lane, to, leftOut, newDue])).toEqual([
    ['unfinished', null, true, null],
    ['undecided', null, true, null],
    ['resolved', null, true, null],
    ['closed', null, false, null],
    ['unfinished', 'next', false, null],
  ]);
  expect(countRows(rows)).toEqual({
    close: 0,
    next: 1,
    none: 0,
    undecided: 0,
    leftOut: 3,
    dueDates: 0,
    closed: 1,
  });
});

describe('issues that somebody should look at', () => {
  test('carried over twice, untouched for 30 days, or closed before a child: nothing is decided by default', () => {
    const issues = [
      issue(1),
      issue(2, { updated: '2026-10-23T05:00:00Z' }),
      issue(3, { statusId: 3 }),
      issue(4, { updated: '2026-10-24T05:00:00Z' }),
    ];
    const rows = rowsOf(issues, { carryOvers: { '1': 2, '4': 1 }, openChildren: { '3': 1 } });
    expect(rows.map(({ lane, to, reasons }) => [lane, to, reasons])).toEqual([
      ['undecided', null, [{ kind: 'carriedOver', times: 2 }]],
      ['undecided', null, [{ kind: 'untouched', days: 30 }]],
      ['undecided', null, [{ kind: 'openChildren', count: 1 }]],
      ['unfinished', 'next', []],
    ]);
  });

  test('the day of an update is the one in the zone of the space', () => {
    // 00:30 of the 24th in Tokyo, 15:30 of the 23rd in UTC.
    const issues = [issue(1, { updated: '2026-10-23T15:30:00Z' })];
    expect(rowsOf(issues)[0]?.reasons).toEqual([]);
    expect(rowsOf(issues, { timezone: 'Europe/London' })[0]?.reasons).toEqual([
      { kind: 'untouched', days: 30 },
    ]);
  });

  test('an open child matters only to what would be closed, and a carry-over only to what goes on', () => {
    const issues = [issue(1), issue(2, { statusId: 3 }), issue(3, { statusId: 4 })];
    const told = { openChildren: { '1': 1 }, carryOvers: { '2': 3, '3': 3 } };
    expect(rowsOf(issues, told).map(({ lane }) => lane)).toEqual(['unfinished', 'resolved', 'closed']);
    const sent = { openChildren: { '2': 1 }, resolvedIsDone: false };
    expect(rowsOf(issues, sent).map(({ lane }) => lane)).toEqual(['unfinished', 'resolved', 'closed']);
  });

  test('another assignee alone decides nothing; a destination does, and the row stays in its column', () => {
    const told = { carryOvers: { '1': 2 } };
    const reassigned = withDecision(emptyForm, [1], { assignee: { id: 7, label: '田中' } });
    expect(rowsOf([issue(1)], { ...told, form: reassigned })[0]).toMatchObject({
      lane: 'undecided',
      to: null,
    });
    const sent = withDecision(reassigned, [1], { to: 'next' });
    expect(rowsOf([issue(1)], { ...told, form: sent })[0]).toMatchObject({ lane: 'undecided', to: 'next' });
  });
});

test('an issue says which other milestones it keeps', () => {
  const [row] = rowsOf([issue(1, { milestoneIds: [sprint, release] })]);
  expect(row?.keeps).toEqual(['Sprint 10']);
});

test('due dates before the next milestone move to its end, of what goes there and only if wanted', () => {
  const issues = [issue(1, { dueDate: '2026-11-20' }), issue(2, { dueDate: '2026-12-01' }), issue(3)];
  const form = { ...emptyForm, moveDueDates: true };
  expect(rowsOf(issues, { form }).map(({ newDue }) => newDue)).toEqual(['2026-12-04', null, null]);
  expect(rowsOf(issues).map(({ newDue }) => newDue)).toEqual([null, null, null]);
  expect(rowsOf(issues, { form: { ...form, unfinished: 'none' } })[0]?.newDue).toBeNull();
  expect(rowsOf(issues, { form, next: null })[0]?.newDue).toBeNull();
});

test('who carries over: the most first, nobody too', () => {
  const issues = [
    issue(1, { assigneeId: null, assigneeName: null }),
    issue(2),
    issue(3),
    issue(4, { statusId: 3, assigneeId: 9 }),
  ];
  expect(carriedOverBy(rowsOf(issues, facts))).toEqual([
    { person: { id: 101, label: '高橋 彩' }, issues: 2 },
    { person: null, issues: 1 },
  ]);
});

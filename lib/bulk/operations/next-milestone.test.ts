import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCalendarDay } from '@/lib/backlog/schemas/date-only';
import { addDays } from '../working-days';
import type { DatedMilestone } from './milestone-series';
import { earlierOf } from './milestone-series';
import { nextMilestone } from './next-milestone';

const holidays = new Set(['2026-11-23', '2027-01-01']);
let lastId = 0;

function milestone(
  name: string,
  startDate: string | null = null,
  dueDate: string | null = null,
  archived = false,
): DatedMilestone {
  lastId += 1;
  return { id: lastId, name, startDate, dueDate, archived };
}

const sprint22 = milestone('Sprint 22', '2026-10-12', '2026-10-23', true);
const sprint23 = milestone('Sprint 23', '2026-10-26', '2026-11-06', true);
const sprint24 = milestone('Sprint 24', '2026-11-09', '2026-11-20');
const release = milestone('リリース 3.0', '2026-10-01', '2026-12-25');
const sprints = [sprint22, sprint23, sprint24, release];

/** Name and days that follow the last of these. */
function following(...all: DatedMilestone[]) {
  const closed = all.at(-1) ?? milestone('');
  return nextMilestone(all, closed, holidays);
}

describe('the next milestone', () => {
  test('counts on and keeps length and distance; a holiday Monday shortens it', () => {
    expect(nextMilestone(sprints, sprint24, holidays)).toEqual({
      kind: 'new',
      name: 'Sprint 25',
      startDate: '2026-11-24',
      dueDate: '2026-12-04',
    });
  });

  test('is the one of that name, if there is one', () => {
    const sprint25 = milestone('Sprint 25');
    expect(nextMilestone([...sprints, sprint25], sprint24, holidays)).toEqual({
      kind: 'existing',
      milestone: { id: sprint25.id, label: 'Sprint 25' },
    });
  });

  test('an archived one is counted past: its name is taken', () => {
    const archived = milestone('Sprint 25', null, null, true);
    expect(nextMilestone([...sprints, archived], sprint24, holidays)).toMatchObject({ name: 'Sprint 26' });
  });

  test.each([
    ['Sprint 09', undefined, 'Sprint 10'],
    ['スプリント２４', undefined, 'スプリント２５'],
    ['12月定期作業', '11月定期作業', '1月定期作業'],
    ['v3.2.0', 'v3.1.0', 'v3.3.0'],
    ['2026年度 第2期', '2026年度 第1期', '2026年度 第3期'],
    ['Sprint 24', 'Sprint 22', 'Sprint 26'],
    // Nothing tells which number counts, or all do.
    ['v3.2.0', undefined, ''],
    ['2026年10〜12月', '2026年7〜9月', ''],
    ['次期検討', undefined, ''],
    // Months, quarters, halves and fiscal years begin anew.
    ['2026年11月', '2026年10月', '2026年12月'],
    ['2026年12月', '2026年11月', '2027年1月'],
    ['2026年12月', undefined, '2027年1月'],
    ['2026年09月', undefined, '2026年10月'],
    ['２０２６年１２月', undefined, '２０２７年１月'],
    ['令和8年12月', undefined, '令和9年1月'],
    ['2026-11', '2026-10', '2026-12'],
    ['2026-12', '2026-11', '2027-01'],
    ['2026-12', undefined, '2027-01'],
    ['2026/9', '2026/8', '2026/10'],
    ['2026年度 3月', '2026年度 2月', '2027年度 4月'],
    ['2026年度 12月', '2026年度 11月', '2026年度 1月'],
    ['2026Q3', '2026Q2', '2026Q4'],
    ['2026Q4', '2026Q3', '2027Q1'],
    ['2026年度 第4四半期', '2026年度 第3四半期', '2027年度 第1四半期'],
    ['2026H2', '2026H1', '2027H1'],
    ['Sprint 2026-24', 'Sprint 2026-23', 'Sprint 2026-25'],
    ['Sprint 2026-12', 'Sprint 2025-24', ''],
    // Weeks go on by days.
    ['2026/11/30週', '2026/11/23週', '2026/12/07週'],
    ['2026/11/30週', undefined, '2026/12/07週'],
    ['2026年12月28日週', '2026年12月21日週', '2027年1月4日週'],
    ['12/28週', '12/21週', '01/04週'],
    ['2026/10/31', '2026/09/30', ''],
    ['2026/10/15リリース', '2026/09/15リリース', '2026/11/15リリース'],
    ['2026/12/15リリース', '2026/11/15リリース', '2027/01/15リリース'],
    // What is no month or says two things is left to the person.
    ['2026-13', undefined, ''],
    ['202612', '202611', ''],
    ['11/16〜11/20', undefined, ''],
    ['Part 1/2', undefined, ''],
    ['2026年度上期', undefined, ''],
    ['2026年夏', undefined, ''],
    ['Sprint 24', 'Sprint 25', ''],
  ])('%s after %s: "%s"', (name, before, next) => {
    const earlier = before === undefined ? [] : [milestone(before, '2026-10-01', '2026-10-09')];
    expect(following(...earlier, milestone(name, '2026-10-12', '2026-10-16'))).toMatchObject({ name: next });
  });

  test.each<[string, [string | null, string | null][], [string | null, string | null]]>([
    ['without days: none', [[null, null]], [null, null]],
    [
      'the first of its kind: the week after the weekend',
      [['2026-11-09', '2026-11-20']],
      ['2026-11-24', '2026-12-04'],
    ],
    ['a whole month: the next whole month', [['2026-12-01', '2026-12-31']], ['2027-01-01', '2027-01-31']],
    ['a quarter: the next quarter', [['2026-10-01', '2026-12-31']], ['2027-01-01', '2027-03-31']],
    [
      'last days only: the distance between them',
      [
        [null, '2026-11-06'],
        [null, '2026-11-20'],
      ],
      [null, '2026-12-04'],
    ],
    [
      'overlapping ones go on overlapping',
      [
        ['2026-10-05', '2026-10-30'],
        ['2026-10-26', '2026-11-20'],
      ],
      ['2026-11-16', '2026-12-11'],
    ],
    [
      'weeks from Wednesday to Tuesday',
      [
        ['2026-11-04', '2026-11-10'],
        ['2026-11-11', '2026-11-17'],
      ],
      ['2026-11-18', '2026-11-24'],
    ],
  ])('%s', (_name, days, [startDate, dueDate]) => {
    const all = days.map(([start, due], index) => milestone(`S ${index + 1}`, start, due));
    expect(following(...all)).toEqual({ kind: 'new', name: `S ${days.length + 1}`, startDate, dueDate });
  });
});

describe('a milestone that is there', () => {
  const given = (name: string, start: string | null = null, due: string | null = null, archived = false) => ({
    name,
    start,
    due,
    archived,
  });
  test.each<[string, ReturnType<typeof given>[], string | { name: string; startDate?: string | null }]>([
    [
      'the next version, even if the days leave a gap',
      [
        given('リリース 3.0', '2026-10-01', '2026-12-23'),
        given('リリース 3.1', '2027-02-01', '2027-03-26'),
        given('リリース 3.2', '2027-04-01', '2027-06-25'),
      ],
      'リリース 3.1',
    ],
    ['the next version without days', [given('v3.0', '2026-10-01', '2026-12-23'), given('v3.1')], 'v3.1'],
    [
      'no earlier version without days',
      [given('v3.0', '2026-10-01', '2026-12-23'), given('v2.9')],
      { name: '' },
    ],
    [
      'no version that overlaps',
      [given('v3.0', '2026-10-01', '2026-12-23'), given('v3.1', '2026-12-01', '2027-02-01')],
      { name: '' },
    ],
    ['no archived version', [given('v3.0'), given('v3.1', null, null, true)], { name: '' }],
    [
      'no month of the past',
      [given('2026年11月', '2026-11-01', '2026-11-30'), given('2026年1月', '2026-01-01', '2026-01-31')],
      { name: '2026年12月', startDate: '2026-12-01' },
    ],
    [
      'the month of the next year, not that of this one',
      [
        given('2026年12月', '2026-12-01', '2026-12-31'),
        given('2026年1月', '2026-01-01', '2026-01-31'),
        given('2027年1月', '2027-01-01', '2027-01-31'),
      ],
      '2027年1月',
    ],
    [
      'of months without a year the one that comes later',
      [given('12月', '2026-12-01', '2026-12-31'), given('1月', '2027-01-04', '2027-01-29')],
      '1月',
    ],
    [
      'of months without a year never one of the past: its name is taken',
      [given('12月', '2026-12-01', '2026-12-31'), given('1月', '2026-01-01', '2026-01-31', true)],
      { name: '' },
    ],
    ['of months without a year and days: nobody can tell', [given('12月'), given('1月')], { name: '' }],
    [
      'one that shares the last day',
      [given('Sprint 24', '2026-11-06', '2026-11-20'), given('Sprint 25', '2026-11-20', '2026-12-04')],
      'Sprint 25',
    ],
    [
      'one that has the days of the next one, whatever number was left out',
      [given('Sprint 24', '2026-11-09', '2026-11-20'), given('Sprint 26', '2026-11-24', '2026-12-04')],
      'Sprint 26',
    ],
    [
      'not where there is room for one before it',
      [given('Sprint 24', '2026-11-09', '2026-11-20'), given('Sprint 26', '2026-12-07', '2026-12-18')],
      { name: 'Sprint 25', startDate: '2026-11-24' },
    ],
    [
      'past an archived one the days go on, too',
      [given('Sprint 24', '2026-11-09', '2026-11-20'), given('Sprint 25', '2026-11-24', '2026-12-04', true)],
      { name: 'Sprint 26', startDate: '2026-12-08' },
    ],
  ])('%s', (_name, all, expected) => {
    const made = all.map(({ name, start, due, archived }) => milestone(name, start, due, archived));
    const next = nextMilestone(made, made[0] ?? milestone(''), holidays);
    if (typeof expected === 'string') expect(next).toMatchObject({ milestone: { label: expected } });
    else expect(next).toMatchObject({ kind: 'new', ...expected });
  });
});

describe('whatever a project holds', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-10-01', days));
  const number = fc.integer({ min: 0, max: 40 });
  const month = fc.integer({ min: 1, max: 13 });
  const name = fc.oneof(
    number.map((n) => `Sprint ${n}`),
    fc.tuple(number, number).map(([a, b]) => `v${a}.${b}`),
    fc.tuple(fc.integer({ min: 2025, max: 2028 }), month).map(([y, m]) => `${y}年${m}月`),
    fc
      .tuple(fc.integer({ min: 2025, max: 2028 }), month)
      .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
    month.map((m) => `${m}月`),
    day.map((one) => `${one.replaceAll('-', '/')}週`),
    day.map((one) => `${one.slice(5).replace('-', '/')}週`),
  );
  const any = fc.record({
    name,
    archived: fc.boolean(),
    startDate: fc.option(day),
    dueDate: fc.option(day),
  });
  const projects = fc
    .uniqueArray(any, { minLength: 1, maxLength: 12, selector: (one) => one.name })
    .map((list) => list.map((one, id) => ({ ...one, id })));

  test('a next milestone never begins before the closed one, is never archived, and a new name is free', () => {
    fc.assert(
      fc.property(projects, (all) => {
        const [closed] = all;
        if (closed === undefined) return;
        const next = nextMilestone(all, closed, holidays);
        const found = next.kind === 'new' ? next : all.find(({ id }) => id === next.milestone.id);
        if (next.kind === 'existing') expect(found).toMatchObject({ archived: false });
        else expect(all.map((one) => one.name)).not.toContain(next.name);
        const begin = closed.startDate ?? closed.dueDate;
        const nextBegin = found?.startDate ?? found?.dueDate;
        if (begin && nextBegin) expect(nextBegin > begin).toBe(true);
        if (closed.dueDate && found?.dueDate && found.dueDate >= (found.startDate ?? '')) {
          expect(found.dueDate > closed.dueDate).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  /** The date that a name begins with, as yyyy-MM-dd; the first of a month without a day. */
  const dateIn = (text: string) => {
    const [, year, monthText = '', dayText = '1'] = /^(20\d\d)[年/-](\d+)(?:\/(\d+))?/.exec(text) ?? [];
    return `${year}-${monthText.padStart(2, '0')}-${dayText.padStart(2, '0')}`;
  };

  test('a new name holds no month 13 and no day that does not exist', () => {
    fc.assert(
      fc.property(projects, (all) => {
        const [closed] = all;
        const next = closed && nextMilestone(all, closed, holidays);
        if (next?.kind !== 'new') return;
        // 2026-13 is no month to begin with.
        if (!isCalendarDay(dateIn(closed?.name ?? ''))) return;
        if (next.name !== '') expect(isCalendarDay(dateIn(next.name))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('earlier milestones are those of the same kind that ended before, the last one first', () => {
  expect(earlierOf(sprints, sprint24).map(({ name }) => name)).toEqual(['Sprint 23', 'Sprint 22']);
  expect(earlierOf(sprints, milestone('夏の大掃除', null, '2026-11-21')).map(({ name }) => name)).toEqual([
    'Sprint 24',
    'Sprint 23',
    'Sprint 22',
  ]);
  expect(earlierOf(sprints, milestone('次期検討'))).toEqual([]);
});

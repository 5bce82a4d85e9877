import { describe, expect, test } from 'vitest';
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
  ])('%s after %s: "%s"', (name, before, next) => {
    const earlier = before === undefined ? [] : [milestone(before, '2026-10-01', '2026-10-09')];
    expect(following(...earlier, milestone(name, '2026-10-12', '2026-10-16'))).toMatchObject({ name: next });
  });

  test.each<[string, [string | null, string | null][], [string | null, string | null]]>([
    ['without days: none', [[null, null]], [null, null]],
    [
      'the first of its kind: the next working day',
      [['2026-11-09', '2026-11-20']],
      ['2026-11-24', '2026-12-02'],
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

test('earlier milestones are those of the same kind that ended before, the last one first', () => {
  expect(earlierOf(sprints, sprint24).map(({ name }) => name)).toEqual(['Sprint 23', 'Sprint 22']);
  expect(earlierOf(sprints, milestone('夏の大掃除', null, '2026-11-21')).map(({ name }) => name)).toEqual([
    'Sprint 24',
    'Sprint 23',
    'Sprint 22',
  ]);
  expect(earlierOf(sprints, milestone('次期検討'))).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { afterSteps } from './after-steps';
import { axisOf, burndownOf, burndownShape, spacedLabels } from './burndown-shape';
import type { ClosureFigures } from './closure-data';
import { issue, project, rowsOf } from './closure-fixtures';
import { nextForecast } from './forecast';

const point = (day: string, issues: number, workingDay = true) => ({
  day,
  workingDay,
  issues,
  hours: issues * 2,
});
const figures: ClosureFigures = {
  start: { issues: 4, hours: 8 },
  burndown: [
    point('2026-11-20', 4),
    point('2026-11-21', 4, false),
    point('2026-11-22', 3, false),
    point('2026-11-23', 1),
  ],
  now: { issues: 1, hours: 2 },
  planned: 4,
  added: 0,
  done: { issues: 3, hours: 6 },
  completionRate: 0.75,
  carryOvers: {},
  byAssignee: [],
  bugs: null,
  velocities: [],
};

describe('the burndown', () => {
  test('leaves out days off on which nothing happened; the ideal line ends at nothing', () => {
    const burndown = burndownOf(figures, 'hours');
    expect(burndown?.days.map(({ day, left }) => [day, left])).toEqual([
      ['2026-11-20', 8],
      ['2026-11-22', 6],
      ['2026-11-23', 2],
    ]);
    expect(burndown?.days.at(-1)?.ideal).toBe(0);
    expect(burndownOf({ ...figures, burndown: null }, 'issues')).toBeNull();
  });

  test('is drawn inside its frame: steps down to today, then what closing would do', () => {
    const burndown = burndownOf(figures, 'issues');
    if (!burndown) throw new Error('no burndown');
    const frame = { width: 400, height: 190, left: 40, right: 60, top: 10, bottom: 160 };
    const shape = burndownShape(
      burndown,
      [
        { key: 'close', by: 0 },
        { key: 'next', by: 1 },
      ],
      frame,
    );
    expect(shape.line).toBe('M40,10H140V10H240V47.5H340V122.5V122.5');
    expect(shape.after).toBe('M340,122.5V160H360');
    expect(shape.end).toEqual({ x: 340, y: 122.5 });
    expect(burndownShape(burndown, [], frame).after).toBeNull();
  });

  test.each([
    [62, [0, 20, 40, 60]],
    [33, [0, 10, 20, 30]],
    [3, [0, 1, 2, 3]],
    [0, [0, 1]],
  ])('an axis up to %i has lines at round numbers', (most, ticks) => {
    expect(axisOf(most).ticks).toEqual(ticks);
  });

  test('labels that have no room are left out, the last one never', () => {
    expect(spacedLabels([1, 2, 3, 4, 5], 120, 46)).toEqual([1, 3, 5]);
    expect(spacedLabels([1, 2, 3, 4, 5], 1000, 46)).toHaveLength(5);
  });
});

describe('what closing would do', () => {
  const issues = [
    issue(1, { estimatedHours: 3 }),
    issue(2, { statusId: 3, estimatedHours: 5 }),
    issue(3, { statusId: 4, estimatedHours: 8 }),
  ];

  test('work that counts as done stands on the chart no more', () => {
    const by = (resolvedIsDone: boolean, measure: 'issues' | 'hours') =>
      afterSteps(rowsOf(issues), measure, resolvedIsDone, project.statuses).map((step) => step.by);
    expect(by(true, 'issues')).toEqual([0, 1, 0]);
    expect(by(false, 'issues')).toEqual([1, 1, 0]);
    expect(by(false, 'hours')).toEqual([5, 3, 0]);
  });

  test('the forecast adds what is carried over to what is there, against the mean of the last milestones', () => {
    const velocities = [
      { id: 1, name: 'a', issues: 10, hours: 74 },
      { id: 2, name: 'b', issues: 11, hours: 85.5 },
    ];
    const there = [{ estimatedHours: 10 }, { estimatedHours: null }];
    expect(nextForecast(rowsOf(issues), there, velocities, 'hours')).toEqual({
      measure: 'hours',
      before: 10,
      after: 13,
      usual: 79.8,
      compared: true,
    });
    expect(nextForecast(rowsOf(issues), there, velocities, 'issues')).toMatchObject({ after: 3, usual: 11 });
    const without = velocities.map((velocity) => ({ ...velocity, hours: 0 }));
    expect(nextForecast(rowsOf(issues), there, without, 'hours').measure).toBe('issues');
    expect(nextForecast(rowsOf(issues), [], [], 'issues')).toMatchObject({ usual: null, compared: true });
    expect(nextForecast(rowsOf(issues), [], null, 'issues')).toMatchObject({ usual: null, compared: false });
  });
});

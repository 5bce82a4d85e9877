import { describe, expect, test } from 'vitest';
import { daysBetween } from '@/lib/bulk/working-days';
import { project } from './closure-fixtures';
import { closableMilestones, dueToClose, milestoneOf, milestonesOf } from './milestone-choices';

const today = '2026-11-22';
const milestone = (id: number, name: string, releaseDueDate: string | null, archived = false) => ({
  id,
  name,
  archived,
  startDate: null,
  releaseDueDate,
});
const choices = milestonesOf([
  {
    ...project,
    milestones: [
      milestone(1, '次期検討', null),
      milestone(2, 'リリース 3.0', '2026-12-25'),
      milestone(3, 'Sprint 22', '2026-10-23'),
      milestone(4, 'Sprint 23', '2026-11-06', true),
      milestone(5, 'Sprint 24', '2026-11-20'),
      milestone(6, '今週', '2026-11-24'),
    ],
  },
]);

describe('milestones to close', () => {
  test('those that ended last come first, then those that end next, then those without an end; never archived ones', () => {
    expect(closableMilestones(choices, today).map(({ name }) => name)).toEqual([
      'Sprint 24',
      'Sprint 22',
      '今週',
      'リリース 3.0',
      '次期検討',
    ]);
  });

  test('the address decides; a milestone that is archived or gone is not replaced by another one', () => {
    const of = (projectId: number | null, milestoneId: number | null) =>
      milestoneOf(choices, { projectId, milestoneId }, today)?.name ?? null;
    expect(of(null, null)).toBe('Sprint 24');
    expect(of(project.id, 2)).toBe('リリース 3.0');
    expect(of(null, 4)).toBeNull();
    expect(of(null, 99)).toBeNull();
    expect(of(99, null)).toBeNull();
  });

  test('reminded of: what has just ended, and what ends within two days', () => {
    const due = dueToClose(choices, today, (day) => daysBetween(today, day));
    expect(due.map(({ name }) => name)).toEqual(['Sprint 24', 'Sprint 22', '今週']);
    const earlier = dueToClose(choices, '2026-11-17', (day) => daysBetween('2026-11-17', day));
    expect(earlier.map(({ name }) => name)).toEqual(['Sprint 22']);
  });
});

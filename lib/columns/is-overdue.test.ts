import { expect, it } from 'vitest';
import { isOverdue } from './is-overdue';
import { todayIn } from './today-in';

it.each([
  ['yesterday', 1, '2026-11-19', true],
  ['today', 1, '2026-11-20', false],
  ['never', 1, null, false],
  ['yesterday, but closed', 4, '2026-11-19', false],
  ['yesterday and only resolved', 3, '2026-11-19', true],
])('due %s', (_name, statusId, dueDate, overdue) => {
  expect(isOverdue({ statusId, dueDate }, '2026-11-20')).toBe(overdue);
});

it('the day turns at midnight of the space', () => {
  const now = new Date('2026-11-20T15:30:00Z');
  expect(todayIn('Asia/Tokyo', now)).toBe('2026-11-21');
  expect(todayIn('America/New_York', now)).toBe('2026-11-20');
});

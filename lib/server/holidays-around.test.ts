import { expect, test } from 'vitest';
import { holidaysAround } from './holidays-around';

test('a page gets the holidays of last year, this year and the two years to come, in order', () => {
  const days = holidaysAround('2026-11-22');
  expect(days[0]).toBe('2025-01-01');
  expect(days).toContain('2026-11-23');
  expect(days.at(-1)).toBe('2028-11-23');
  expect(days).toEqual([...days].sort());
});

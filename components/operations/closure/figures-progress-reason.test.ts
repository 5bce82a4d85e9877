import { expect, test } from 'vitest';
import { noChartReason } from './figures-progress-reason';

const today = '2026-11-22';

test.each([
  ['noDates', null, null, null],
  ['noStart', null, '2026-12-25', null],
  ['noDue', '2026-11-01', null, null],
  ['reversed', '2026-11-20', '2026-11-09', []],
  ['notBegun', '2026-12-26', '2027-03-26', []],
  ['tooLong', '2026-01-01', '2027-06-30', null],
  ['tooLong', '2027-01-01', '2028-06-30', null],
  // Sunday: none of its working days has come.
  ['noWorkingDay', '2026-11-22', '2026-11-27', []],
] as const)('%s: %s – %s', (reason, startDate, dueDate, burndown) => {
  expect(noChartReason({ startDate, dueDate }, { burndown: burndown && [...burndown] }, today)).toBe(reason);
});

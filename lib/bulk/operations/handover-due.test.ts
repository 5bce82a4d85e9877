import { describe, expect, it } from 'vitest';
import { japaneseHolidays } from '../japanese-holidays';
import { shiftedDue } from './handover-due';

const holidays = japaneseHolidays();

describe('the due date after a handover', () => {
  it.each([
    // 23 November 2026 is a holiday.
    ['passed: counted from today', '2026-11-02', '2026-11-20', 3, '2026-11-26'],
    ['yesterday', '2026-11-19', '2026-11-20', 1, '2026-11-24'],
    ['today is not passed', '2026-11-20', '2026-11-20', 1, '2026-11-24'],
    ['to come: counted from itself', '2026-12-01', '2026-11-20', 3, '2026-12-04'],
    ['on a Saturday: the next working days', '2026-11-28', '2026-11-20', 1, '2026-11-30'],
    ['over the golden week', '2026-04-28', '2026-04-27', 2, '2026-05-01'],
    ['over the golden week and its substitute holiday', '2026-05-01', '2026-04-27', 1, '2026-05-07'],
    ['on a holiday of the golden week', '2026-05-04', '2026-04-27', 1, '2026-05-07'],
    // Only 1 January is a public holiday; 29 to 31 December are working days by law.
    ['over the year end', '2026-12-31', '2026-12-20', 1, '2027-01-04'],
    ['from a Sunday that is today', '2026-11-02', '2026-11-22', 1, '2026-11-24'],
  ])('%s', (_what, due, today, workingDays, expected) => {
    expect(shiftedDue(due, { today, holidays }, { workingDays, which: 'all' })).toBe(expected);
  });

  const day = { today: '2026-11-20', holidays };

  it('moves only where it has passed, if so chosen', () => {
    const shift = { workingDays: 3, which: 'overdue' } as const;
    expect(shiftedDue('2026-11-19', day, shift)).toBe('2026-11-26');
    expect(shiftedDue('2026-11-20', day, shift)).toBe('2026-11-20');
    expect(shiftedDue('2026-12-01', day, shift)).toBe('2026-12-01');
  });

  it('stays without one, and where nothing is to move', () => {
    expect(shiftedDue(null, day, { workingDays: 3, which: 'all' })).toBeNull();
    expect(shiftedDue('2020-01-01', day, null)).toBe('2020-01-01');
  });
});

import { describe, expect, it } from 'vitest';
import { addDays, duePresets } from './due-range';

describe('due date presets', () => {
  it('a week runs from Monday to Sunday, also on its last day', () => {
    expect(duePresets.thisWeek('2026-11-20')).toEqual({ since: '2026-11-16', until: '2026-11-22' });
    expect(duePresets.thisWeek('2026-11-22')).toEqual({ since: '2026-11-16', until: '2026-11-22' });
    expect(duePresets.nextWeek('2026-11-23')).toEqual({ since: '2026-11-30', until: '2026-12-06' });
  });

  it('overdue ends yesterday, across months', () => {
    expect(duePresets.overdue('2026-12-01')).toEqual({ since: '', until: '2026-11-30' });
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});

import { describe, expect, it } from 'vitest';
import { dateOnly, dayIn, isCalendarDay } from './date-only';

describe('dateOnly', () => {
  it.each([
    [
      'a current date is taken as it stands, in any zone',
      '2026-12-01T00:00:00Z',
      'America/New_York',
      '2026-12-01',
    ],
    ['fractions of the same midnight too', '2026-12-01T00:00:00.000Z', 'America/New_York', '2026-12-01'],
    ['an old record holds midnight of the zone', '2014-07-29T15:00:00Z', 'Asia/Tokyo', '2014-07-30'],
    ['summer time is the zone’s affair', '2026-07-01T22:00:00Z', 'Europe/Berlin', '2026-07-02'],
    ['a plain day stays', '2026-02-28', 'Asia/Tokyo', '2026-02-28'],
  ])('%s', (_name, value, zone, day) => {
    expect(dateOnly(value, zone)).toBe(day);
  });

  it('keeps absence', () => {
    expect(dateOnly(null, 'Asia/Tokyo')).toBeNull();
  });

  it('refuses what is no date instead of calling it "no date"', () => {
    expect(() => dateOnly('soon', 'Asia/Tokyo')).toThrow('BACKLOG_SHAPE');
  });
});

describe('dayIn', () => {
  it('changes at midnight of the zone', () => {
    expect(dayIn('Asia/Tokyo', new Date('2026-11-20T14:59:59Z'))).toBe('2026-11-20');
    expect(dayIn('Asia/Tokyo', new Date('2026-11-20T15:00:00Z'))).toBe('2026-11-21');
  });
});

it.each([
  ['2026-11-30', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['', false],
])('%j is a day that exists: %s', (text, exists) => {
  expect(isCalendarDay(text)).toBe(exists);
});

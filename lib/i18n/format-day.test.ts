import { expect, test } from 'vitest';
import { durationParts } from './duration-parts';
import { dayOf, formatDay, formatInstant, formatTime } from './format-day';
import { formatRelative } from './format-relative';
import { chooseLocale } from './locales';

const instant = new Date('2026-11-21T16:05:09Z');

test('days are written the way each language writes them, in the short form without the current year', () => {
  expect(formatDay('2026-11-22', 'ja')).toBe('2026/11/22(日)');
  expect(formatDay('2026-11-22', 'en')).toBe('22 Nov 2026');
  expect(formatDay('2026-11-02', 'ja', { today: '2026-11-22' })).toBe('11/02(月)');
  expect(formatDay('2026-11-02', 'en', { today: '2026-11-22' })).toBe('2 Nov');
  expect(formatDay('2027-01-06', 'ja', { today: '2026-11-22' })).toBe('2027/01/06(水)');
  expect(formatDay('not a day', 'ja')).toBe('not a day');
});

test('instants are shown in the zone of the space, not of the server', () => {
  expect(dayOf(instant, 'Asia/Tokyo')).toBe('2026-11-22');
  expect(formatInstant(instant, 'ja', 'Asia/Tokyo')).toBe('2026/11/22(日) 01:05');
  expect(formatInstant(instant, 'en', 'America/New_York')).toBe('21 Nov 2026 11:05');
  expect(formatTime(instant, 'Asia/Tokyo', true)).toBe('01:05:09');
});

test('relative times are used under 24 hours only', () => {
  const now = new Date('2026-11-22T16:00:00Z');
  expect(formatRelative(new Date('2026-11-22T15:52:00Z'), now, 'ja')).toBe('8分前');
  expect(formatRelative(new Date('2026-11-22T13:00:00Z'), now, 'ja')).toBe('3時間前');
  expect(formatRelative(new Date('2026-11-21T16:00:00Z'), now, 'ja')).toBeNull();
  expect(formatRelative(new Date('2026-11-22T16:00:01Z'), now, 'ja')).toBeNull();
});

test('durations are rounded up: a wait is never announced shorter than it is', () => {
  expect(durationParts(40.2)).toEqual({ unit: 'seconds', values: { seconds: 41 } });
  expect(durationParts(155)).toEqual({ unit: 'minutes', values: { minutes: 2, seconds: 35 } });
  expect(durationParts(3973)).toEqual({ unit: 'hours', values: { hours: 1, minutes: 6 } });
});

test('the language is the person’s choice, then Backlog’s, then the browser’s, then Japanese', () => {
  expect(chooseLocale({ chosen: 'en', backlogLang: 'ja', acceptLanguage: 'ja' })).toBe('en');
  expect(chooseLocale({ chosen: '../etc', backlogLang: 'en' })).toBe('en');
  expect(chooseLocale({ acceptLanguage: 'fr;q=0.9, en-US;q=0.8, ja;q=0.2' })).toBe('en');
  expect(chooseLocale({ backlogLang: null, acceptLanguage: 'de' })).toBe('ja');
});

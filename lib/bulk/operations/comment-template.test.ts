import { describe, expect, it } from 'vitest';
import { dayText, fillTemplate } from './comment-template';

describe('the template of a comment', () => {
  it('takes values in the place of their names, as often as they stand there', () => {
    expect(fillTemplate('{{key}}: {{due}}、{{key}}', { key: 'WEB-1', due: '11/20' })).toBe(
      'WEB-1: 11/20、WEB-1',
    );
  });

  it('keeps names that have no value, and never looks into a value', () => {
    expect(fillTemplate('{{nobody}} {{constructor}} {{ key }}', { key: 'WEB-1' })).toBe(
      '{{nobody}} {{constructor}} {{ key }}',
    );
    expect(fillTemplate('{{name}}', { name: '{{key}} $& $1', key: 'WEB-1' })).toBe('{{key}} $& $1');
  });
});

it.each([
  ['2026-11-22', '2026/11/22(日)', '22 Nov 2026'],
  ['2026-01-01', '2026/01/01(木)', '1 Jan 2026'],
  ['1999-12-31', '1999/12/31(金)', '31 Dec 1999'],
  ['1965-03-06', '1965/03/06(土)', '6 Mar 1965'],
])('%s is written as people read it', (day, ja, en) => {
  expect(dayText(day, 'ja')).toBe(ja);
  expect(dayText(day, 'en')).toBe(en);
});

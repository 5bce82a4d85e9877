import { describe, expect, it } from 'vitest';
import { sheetCell } from './sheet-cell';

const options = { timezone: 'Asia/Tokyo', cut: '（ここまで）' };
const cell = (value: Parameters<typeof sheetCell>[0]) => sheetCell(value, options);

describe('cells of a workbook', () => {
  it('keep numbers as numbers and nothing as nothing', () => {
    expect([cell(-5), cell(7.25), cell(null), cell('')]).toEqual([-5, 7.25, null, null]);
  });

  it('are dates that read as on the clock of the space', () => {
    expect(cell({ day: '2026-11-22' })).toEqual({
      value: new Date('2026-11-22T00:00:00Z'),
      format: 'yyyy/mm/dd',
    });
    expect(cell({ instant: '2026-11-22T15:00:05Z' })).toEqual({
      value: new Date('2026-11-23T00:00:05Z'),
      format: 'yyyy/mm/dd hh:mm:ss',
    });
  });

  it('hold a formula as the text that it is', () => {
    expect(cell('=1+1')).toBe('=1+1');
  });

  it('escape what Excel would read as a code', () => {
    expect(cell('名前 _x0041_ と _xZZZZ_')).toBe('名前 _x005F_x0041_ と _xZZZZ_');
  });

  it('begin with a code where the writer would mistake the text for a member of every object', () => {
    expect(cell('constructor')).toBe('_x0063_onstructor');
    expect(cell('__proto__')).toBe('_x005f__proto__');
  });

  it('are never longer than Excel takes, and say so', () => {
    const long = cell('あ'.repeat(50_000));
    expect(long).toHaveLength(32_767);
    expect(String(long).endsWith(options.cut)).toBe(true);
  });
});

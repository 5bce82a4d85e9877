import { describe, expect, it } from 'vitest';
import { parseCsv } from '@/lib/testing/read-csv';
import { csvText, neutralise } from './csv-text';

describe('texts in CSV', () => {
  it.each([
    ['a formula', '=HYPERLINK("http://evil.example","x")'],
    ['a plus', '+1+1'],
    ['a minus', '-2+3'],
    ['an at sign', '@SUM(A1)'],
    ['a tabulator', '\t=1+1'],
    ['a carriage return', '\r=1+1'],
    ['a line feed', '\n=1+1'],
    ['NUL', '\0=1+1'],
    ['a full-width equals sign', '＝1+1'],
    ['a full-width plus', '＋1'],
    ['a full-width minus', '－1'],
    ['a full-width at sign', '＠SUM(A1)'],
    ['an apostrophe before a formula', "'=1+1"],
    ['two apostrophes before a formula', "''=1+1"],
  ])('that begin with %s get one apostrophe more, which is taken away again', (_case, text) => {
    expect(neutralise(text)).toBe(`'${text}`);
    expect(neutralise(text).slice(1)).toBe(text);
  });

  it.each(['課題の件名', '1-2', 'a=b', ' =1', "'24年度", '', '"quoted"', '(=1)'])(
    '%j is left as it is',
    (text) => {
      expect(neutralise(text)).toBe(text);
    },
  );
});

describe('lines of CSV', () => {
  it('end with CRLF and quote what has to be quoted', () => {
    expect(csvText([['a', 'b,c', 'd"e', 'f\ng', '']], 'Asia/Tokyo')).toBe('a,"b,c","d""e","f\ng",\r\n');
  });

  it('write numbers, days and times as they are, times on the clock of the space', () => {
    const row = [-5, 7.5, { day: '2026-11-22' }, { instant: '2026-11-22T15:00:05.900Z' }, null];
    expect(csvText([row], 'Asia/Tokyo')).toBe('-5,7.5,2026-11-22,2026-11-23 00:00:05,\r\n');
  });

  it('are the same after a round trip', () => {
    const row = ['件名「"引用"」', '1行目\r\n2行目', 'a,b', '末尾の空白 ', '絵文字 🗂'];
    expect(parseCsv(csvText([row, row], 'Asia/Tokyo'))).toEqual([row, row]);
  });

  it('of nothing are nothing', () => {
    expect(csvText([], 'Asia/Tokyo')).toBe('');
  });
});

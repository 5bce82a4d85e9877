import { describe, expect, it } from 'vitest';
import { matchOptions } from './match-options';

const options = [
  { label: 'ｷｬﾝﾍﾟｰﾝ', hint: 'WEB' },
  { label: 'Sprint 24', hint: 'WEB APP' },
  { label: '佐藤 美咲' },
];
const found = (text: string) => matchOptions(options, text).map((option) => option.label);

describe('searching a list', () => {
  it('width and case do not matter, and every word has to be there', () => {
    expect(found('キャンペーン')).toEqual(['ｷｬﾝﾍﾟｰﾝ']);
    expect(found('ＳＰＲＩＮＴ')).toEqual(['Sprint 24']);
    expect(found('sprint app')).toEqual(['Sprint 24']);
    expect(found('sprint 25')).toEqual([]);
    expect(found('  ')).toHaveLength(3);
  });
});

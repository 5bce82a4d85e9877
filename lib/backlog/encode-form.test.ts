import { describe, expect, test } from 'vitest';
import { encodeForm, type FormParams } from './encode-form';

const table: [string, FormParams, string][] = [
  ['undefined is left out', { statusId: undefined, priorityId: 3 }, 'priorityId=3'],
  ['null clears a scalar', { assigneeId: null }, 'assigneeId='],
  ['empty text clears a scalar', { description: '' }, 'description='],
  ['0 is a value', { resolutionId: 0 }, 'resolutionId=0'],
  ['false is a value', { archived: false }, 'archived=false'],
  ['an empty list clears the list', { categoryId: [] }, 'categoryId[]='],
  ['a list replaces the list', { milestoneId: [1, 2] }, 'milestoneId[]=1&milestoneId[]=2'],
  ['a list of one keeps its brackets', { versionId: [7] }, 'versionId[]=7'],
  ['a day is sent as it is', { dueDate: '2026-12-01' }, 'dueDate=2026-12-01'],
  ['a custom list is indexed', { customField_7: [1, 2] }, 'customField_7[0]=1&customField_7[1]=2'],
  ['a custom list is cleared bare', { customField_7: [] }, 'customField_7='],
  ['a custom scalar is cleared bare', { customField_6: null }, 'customField_6='],
  ['a custom date is a day', { customField_4: '2026-08-11' }, 'customField_4=2026-08-11'],
  ['the free box of a list is a scalar', { customField_7_otherValue: 'x' }, 'customField_7_otherValue=x'],
  ['nothing gives an empty body', {}, ''],
  ['several fields keep their order', { a: 1, b: [], c: null }, 'a=1&b[]=&c='],
];

describe('form encoding', () => {
  test.each(table)('%s', (_name, params, expected) => {
    expect(encodeForm(params).replaceAll('%5B', '[').replaceAll('%5D', ']')).toBe(expected);
  });

  test('text survives a parser: separators, Japanese, emoji, line breaks, percent and plus', () => {
    const comment = '担当を変更 & 期限=12/1\n100% +1 😀ｶﾅ';
    expect(new URLSearchParams(encodeForm({ comment })).get('comment')).toBe(comment);
  });

  test('half a surrogate pair becomes a replacement character', () => {
    expect(new URLSearchParams(encodeForm({ comment: 'a\ud83d' })).get('comment')).toBe('a\ufffd');
  });

  test('brackets are percent-encoded on the wire', () => {
    expect(encodeForm({ categoryId: [1] })).toBe('categoryId%5B%5D=1');
  });
});

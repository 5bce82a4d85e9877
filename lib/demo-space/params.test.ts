import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error';
import { parseForm } from './form';
import type { CustomFieldParam } from './params';
import { Params } from './params';

function parse(text: string): Params {
  return new Params(parseForm(text));
}

function fieldOf(text: string): CustomFieldParam | undefined {
  return parse(text).customFields()[0];
}

describe('what clients put on the wire', () => {
  it.each([
    ['', undefined],
    ['assigneeId=', null],
    ['assigneeId=7', 7],
  ])('reads the scalar of %j', (text, expected) => {
    expect(parse(text).int('assigneeId')).toBe(expected);
  });

  it.each([
    ['', undefined],
    ['categoryId%5B%5D=', []],
    ['categoryId%5B%5D=1&categoryId%5B%5D=2', [1, 2]],
    ['categoryId[]=1&categoryId[]=2', [1, 2]],
    ['categoryId%5B0%5D=1&categoryId%5B1%5D=2', [1, 2]],
    ['categoryId=1', undefined],
  ])('reads the list of %j', (text, expected) => {
    expect(parse(text).ints('categoryId')).toEqual(expected);
  });

  it.each([
    ['customField_9=3', ['3']],
    ['customField_9=3&customField_9=4', ['3', '4']],
    ['customField_9%5B%5D=3&customField_9%5B%5D=4', ['3', '4']],
    ['customField_9%5B0%5D=3&customField_9%5B1%5D=4', ['3', '4']],
    ['customField_9[][0]=3&customField_9[][1]=4', ['3', '4']],
    ['customField_9=', []],
    ['customField_9%5B%5D=', []],
    ['customField_9%5B0%5D=', []],
    ['customField_9_otherValue=x', undefined],
  ])('reads the custom field of %j', (text, expected) => {
    expect(fieldOf(text)).toMatchObject({ id: 9 });
    expect(fieldOf(text)?.values).toEqual(expected);
  });

  it('keeps the other value and the bounds of a custom field apart from its value', () => {
    const text = 'customField_9=1&customField_9_otherValue=%E4%BB%96&customField_9_min=2&customField_9_max=3';
    expect(fieldOf(text)).toEqual({ id: 9, values: ['1'], otherValue: '他', min: '2', max: '3' });
  });

  it.each([
    ['summary=a%20b+c%2Bd', 'a b c+d'],
    ['summary=%E4%BB%B6%E5%90%8D%F0%9F%98%80', '件名😀'],
    ['summary=100%', '100%'],
    ['summary=a%3Db=c', 'a=b=c'],
    ['&&summary=x&', 'x'],
    ['summary', ''],
  ])('decodes %j', (text, expected) => {
    expect(parse(text).string('summary')).toBe(expected);
  });

  it.each([
    ['an integer', () => parse('n=1.5').int('n')],
    ['a number', () => parse('n=abc').number('n')],
    ['a day', () => parse('n=2026-02-30').day('n')],
    ['a day in another form', () => parse('n=2026/02/03').day('n')],
    ['a boolean', () => parse('n=yes').boolean('n')],
    ['an item of a list', () => parse('n[]=x').ints('n')],
  ])('refuses with code 7 what is not %s', (_, read) => {
    expect(read).toThrow(ApiError);
    expect(read).toThrow(expect.objectContaining({ status: 400, code: 7 }));
  });
});

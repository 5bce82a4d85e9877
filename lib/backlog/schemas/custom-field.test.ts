import { describe, expect, it } from 'vitest';
import { customFieldInfo, customFieldSchema, customFieldValueSchema } from './custom-field';
import { appliesTo } from './custom-field-info';

const named = { id: 7, name: '影響' };
const item = { id: 1, name: '大', displayOrder: 0 };

describe('a custom field inside an issue', () => {
  it.each([
    [1, { value: 'メモ' }],
    [2, { value: null }],
    [3, { value: -665.25 }],
    [4, { value: '2026-08-11T00:00:00Z' }],
    [5, { value: item }],
    [6, { value: [item] }],
    [7, { value: [item], otherValue: '自由' }],
    [8, { value: null, otherValue: null }],
  ])('of kind %i keeps its value', (fieldTypeId, rest) => {
    const field = { ...named, fieldTypeId, ...rest };
    expect(customFieldValueSchema.parse(field)).toEqual(field);
  });

  it('without any choice is an empty list, however that is written', () => {
    const field = { ...named, fieldTypeId: 6, value: null };
    expect(customFieldValueSchema.parse(field)).toMatchObject({ value: [] });
  });

  it('of a kind that does not exist yet does not make the issue unreadable', () => {
    const field = { ...named, fieldTypeId: 9, value: { anything: true } };
    expect(customFieldValueSchema.parse(field)).toMatchObject({ id: 7, fieldTypeId: 0 });
  });

  it.each([
    [3, '12'],
    [5, 1],
    [6, { id: 1, name: '大' }],
    [1, 5],
  ])('of kind %i is refused with a value of another shape', (fieldTypeId, value) => {
    expect(customFieldValueSchema.safeParse({ ...named, fieldTypeId, value }).success).toBe(false);
  });
});

describe('the definition of a custom field', () => {
  const text = customFieldSchema.parse({ ...named, typeId: 1, required: true });

  it('needs neither choices nor issue types', () => {
    expect(customFieldInfo(text)).toEqual({
      ...named,
      typeId: 1,
      required: true,
      applicableTypeIds: [],
      items: [],
      allowInput: false,
    });
  });

  it('belongs to the listed types, or to all when none is listed or types do not matter', () => {
    const listed = { ...text, applicableIssueTypes: [801] };
    const applies = (field: typeof text) => appliesTo(customFieldInfo(field), 802);
    expect(applies({ ...listed, useIssueType: true })).toBe(false);
    expect(applies({ ...listed, useIssueType: false })).toBe(true);
    expect(applies({ ...text, applicableIssueTypes: null })).toBe(true);
    expect(appliesTo(customFieldInfo(listed), 801)).toBe(true);
  });
});

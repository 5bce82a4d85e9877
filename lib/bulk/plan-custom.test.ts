import { describe, expect, it } from 'vitest';
import type { BacklogCustomFieldValue } from '@/lib/backlog/schemas/custom-field';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { ProjectValue } from './change-parts';
import { type Change, changesSchema } from './changes';
import { BUG, customOn, opsFields, target, webField } from './custom-fixtures';
import type { CustomValue } from './plan';
import { planBulkUpdate } from './plan-bulk-update';
import { inputOf, inWeb, issueType, issueWith, OPS } from './plan-fixtures';

function planOne(issue: BacklogIssue, changes: Change[]) {
  const [item] = planBulkUpdate(inputOf([issue], changesSchema.parse(changes)));
  if (item === undefined) throw new Error('no item');
  return item;
}

const bug = issueType(BUG, 'バグ');
/** The kinds that belong to one type alone need an issue of that type. */
function holding(typeId: number, value: CustomValue, otherValue: string | null = null): BacklogIssue {
  const customFields = [customOn(webField(typeId), value, otherValue)];
  return issueWith({ customFields, ...(typeId === 8 ? { issueType: bug } : {}) });
}

const one = { id: 1, name: '選択1' };
const two = { id: 2, name: '選択2' };
const first = inWeb('選択1', 1);
const second = inWeb('選択2', 2);
const third = inWeb('選択3', 3);
const field = 'custom';

describe('what each verb sends for', () => {
  const cases: [string, BacklogIssue, Change, object | 'unchanged'][] = [
    [
      'a text that is set',
      holding(1, null),
      { field, target: target(1), verb: 'set', to: 'メモ' },
      { customField_701: 'メモ' },
    ],
    [
      'the very same text',
      holding(1, 'メモ'),
      { field, target: target(1), verb: 'set', to: 'メモ' },
      'unchanged',
    ],
    [
      'a text area that is cleared',
      holding(2, 'a\nb'),
      { field, target: target(2), verb: 'clear' },
      { customField_702: null },
    ],
    [
      'an empty text that is cleared',
      holding(2, ''),
      { field, target: target(2), verb: 'clear' },
      'unchanged',
    ],
    [
      'a number that becomes 0, which is a value',
      holding(3, null),
      { field, target: target(3), verb: 'set', to: 0 },
      { customField_703: 0 },
    ],
    [
      'a number of the same value',
      holding(3, 1.5),
      { field, target: target(3), verb: 'set', to: 1.5 },
      'unchanged',
    ],
    [
      '0 that is cleared',
      holding(3, 0),
      { field, target: target(3), verb: 'clear' },
      { customField_703: null },
    ],
    [
      'a day',
      holding(4, '2026-10-01'),
      { field, target: target(4), verb: 'set', to: '2026-10-02' },
      { customField_704: '2026-10-02' },
    ],
    [
      'a stored day that is the same',
      holding(4, '2026-10-02'),
      { field, target: target(4), verb: 'set', to: '2026-10-02' },
      'unchanged',
    ],
    [
      'one choice of a list',
      holding(5, one),
      { field, target: target(5), verb: 'set', to: second },
      { customField_705: 2 },
    ],
    [
      'a choice that is swapped',
      holding(5, one),
      { field, target: target(5), verb: 'swap', from: first, to: second },
      { customField_705: 2 },
    ],
    [
      'a swap of a choice that is not held',
      holding(5, two),
      { field, target: target(5), verb: 'swap', from: first, to: third },
      'unchanged',
    ],
    [
      'choices that are added to',
      holding(6, [one]),
      { field, target: target(6), verb: 'add', values: [second] },
      { customField_706: [1, 2] },
    ],
    [
      'choices of which one goes',
      holding(6, [one, two]),
      { field, target: target(6), verb: 'remove', values: [first] },
      { customField_706: [2] },
    ],
    [
      'choices in another order',
      holding(6, [one, two]),
      { field, target: target(6), verb: 'set', to: [second, first] },
      'unchanged',
    ],
    [
      'choices that are cleared',
      holding(6, [one]),
      { field, target: target(6), verb: 'clear' },
      { customField_706: [] },
    ],
    [
      'a swap within checkboxes',
      holding(7, [one, two], '自由'),
      { field, target: target(7), verb: 'swap', from: first, to: third },
      { customField_707: [3, 2] },
    ],
    [
      'checkboxes with their free text',
      holding(7, [one]),
      { field, target: target(7), verb: 'add', values: [second], otherValue: '自由' },
      { customField_707: [1, 2], customField_707_otherValue: '自由' },
    ],
    [
      'free text alone where the choice is there already',
      holding(7, [one], '前'),
      { field, target: target(7), verb: 'set', to: [first], otherValue: '後' },
      { customField_707_otherValue: '後' },
    ],
    [
      'free text that is left out and stays',
      holding(8, one, '前'),
      { field, target: target(8), verb: 'set', to: second },
      { customField_708: 2 },
    ],
    [
      'free text that is emptied',
      holding(8, one, '前'),
      { field, target: target(8), verb: 'set', to: second, otherValue: null },
      { customField_708: 2, customField_708_otherValue: null },
    ],
    [
      'clearing, which empties the free text too',
      holding(7, [one], '前'),
      { field, target: target(7), verb: 'clear' },
      { customField_707: [], customField_707_otherValue: null },
    ],
  ];

  it.each(cases)('%s', (_name, issue, change, expected) => {
    const item = planOne(issue, [change]);
    expect(item.blocks).toEqual([]);
    if (expected === 'unchanged') expect(item).toMatchObject({ pile: 'unchanged', params: {} });
    else expect(item).toMatchObject({ pile: 'change', params: expected });
    expect(Object.keys(item.params)).toEqual(expected === 'unchanged' ? [] : Object.keys(expected));
  });
});

it('a difference says what the field is called and shows', () => {
  const item = planOne(holding(5, one), [{ field, target: target(5), verb: 'set', to: second }]);
  expect(item.diffs).toEqual([
    { field: 'customField_705', label: '属性5', kind: 'choice', before: one, after: two },
  ]);
});

it('the image of a row holds all fixed fields, and of the custom ones those that the plan speaks of', () => {
  const issue = issueWith({
    parentIssueId: 9,
    customFields: [customOn(webField(1), 'メモ'), customOn(webField(2), '長い文章')],
  });
  const { current } = planOne(issue, [{ field, target: target(1), verb: 'clear' }]);
  expect(current).toMatchObject({
    customField_701: 'メモ',
    parent: { id: 9, name: '#9' },
    estimatedHours: null,
  });
  expect(current).not.toHaveProperty('customField_702');
});

describe('custom fields of several projects', () => {
  const inBoth = (label: string, web: number, ops: number): ProjectValue => ({
    label,
    byProject: { 1: web, 2: ops },
  });
  const ops = (...customFields: BacklogCustomFieldValue[]) =>
    issueWith({ id: 2001, projectId: OPS, customFields });
  const multi = opsFields[1];
  if (multi === undefined) throw new Error('no list in OPS');

  it('write each project’s own field and choice', () => {
    const change: Change = {
      field,
      target: target(6, 756),
      verb: 'add',
      values: [inBoth('選択2', 2, 1)],
    };
    expect(planOne(holding(6, []), [change]).params).toEqual({ customField_706: [2] });
    expect(planOne(ops(customOn(multi, [])), [change]).params).toEqual({ customField_756: [1] });
  });

  it('block what would be written where the project does not have the field', () => {
    const item = planOne(ops(), [{ field, target: target(4), verb: 'set', to: '2026-10-01' }]);
    const values = { field: 'custom', label: '属性4', project: 'OPS' };
    expect(item).toMatchObject({ pile: 'blocked', blocks: [{ code: 'VALUE_NOT_IN_PROJECT', values }] });
  });

  it('block a choice that the project does not have, and name its field', () => {
    const change: Change = { field, target: target(6, 756), verb: 'set', to: [inBoth('選択1', 1, 9)] };
    const values = { field: '属性6', label: '選択1', project: 'OPS' };
    expect(planOne(ops(customOn(multi, [])), [change]).blocks).toEqual([
      { code: 'VALUE_NOT_IN_PROJECT', values },
    ]);
  });

  it('do not block clearing where there is nothing to clear', () => {
    expect(planOne(ops(), [{ field, target: target(4), verb: 'clear' }]).pile).toBe('unchanged');
  });

  it('block clearing when the issue holds a namesake that the mapping leaves out', () => {
    const item = planOne(ops(customOn(multi, [one])), [{ field, target: target(6), verb: 'clear' }]);
    expect(item.blocks).toMatchObject([{ code: 'VALUE_NOT_IN_PROJECT', values: { label: '属性6' } }]);
  });
});

it('free text is blocked where the field takes none', () => {
  const closed = { ...webField(7), allowInput: false };
  const change: Change = { field, target: target(7), verb: 'set', to: [first], otherValue: '自由' };
  const input = inputOf([holding(7, [])], [change]);
  const web = input.reference.projects.get(1);
  if (web === undefined) throw new Error('no project');
  const reference = { ...input.reference, projects: new Map([[1, { ...web, customFields: [closed] }]]) };
  expect(planBulkUpdate({ ...input, reference })[0]?.blocks).toMatchObject([
    { code: 'VALUE_NOT_IN_PROJECT', values: { field: '属性7', label: '自由' } },
  ]);
});

import type { Backlog, Entity } from 'backlog-js';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CustomFieldType, CustomFieldValue, IssueRow } from './rows';
import { first, type JudgedSpace, judgedSpace } from './testing/backlog-js-space';

/**
 * What `backlog-js` sends for each kind of input, carried by the client itself and judged by what the space
 * stores afterwards. Custom fields travel in several key forms; see the last group for those of other clients.
 */
let judged: JudgedSpace;
let admin: Backlog;
let row: IssueRow;
let fieldIds: ReadonlyMap<CustomFieldType, number>;
let categoryIds: number[];
let milestoneIds: number[];

beforeEach(() => {
  judged = judgedSpace();
  admin = judged.as('demo-admin-key');
  const { state } = judged.space;
  const project = state.projectByKey('WEB');
  const bug = state.issueTypes.in(project?.id ?? 0).find((type) => type.name === 'バグ');
  row = first(state.issues.in(project?.id ?? 0).filter((issue) => issue.issueTypeId === bug?.id));
  fieldIds = new Map(state.customFields.in(row.projectId).map((field) => [field.typeId, field.id]));
  categoryIds = state.categories
    .in(row.projectId)
    .map((category) => category.id)
    .slice(0, 3);
  milestoneIds = state.versions
    .in(row.projectId)
    .map((version) => version.id)
    .slice(0, 3);
  Object.assign(row, {
    summary: '前の件名',
    description: '前の詳細',
    assigneeId: first(state.users.all()).id,
    resolutionId: 0,
    startDate: '2026-11-01',
    dueDate: '2026-11-30',
    estimatedHours: 8,
    actualHours: 4,
    categoryIds: categoryIds.slice(0, 2),
    milestoneIds: milestoneIds.slice(0, 2),
    versionIds: milestoneIds.slice(0, 1),
    customFields: {
      [fieldId(1)]: { value: '前', otherValue: null },
      [fieldId(2)]: { value: '前の文', otherValue: null },
      [fieldId(3)]: { value: 5, otherValue: null },
      [fieldId(4)]: { value: '2026-11-10', otherValue: null },
      [fieldId(5)]: { value: 1, otherValue: null },
      [fieldId(6)]: { value: [1, 2], otherValue: null },
      [fieldId(7)]: { value: [1], otherValue: '前の自由記入' },
      [fieldId(8)]: { value: 1, otherValue: null },
    },
  });
});

function fieldId(typeId: CustomFieldType): number {
  return fieldIds.get(typeId) ?? 0;
}

function stored(typeId: CustomFieldType): CustomFieldValue | undefined {
  return row.customFields[fieldId(typeId)];
}

/** PATCHes through the client with a comment, so that "nothing changed" is no refusal. */
function patch(params: Record<string, unknown>): Promise<Entity.Issue.Issue> {
  return admin.patch<Entity.Issue.Issue>(`issues/${row.id}`, { comment: '表', ...params });
}

describe('standard fields', () => {
  test.each<[string, Record<string, unknown>, Partial<IssueRow>]>([
    [
      'undefined is not sent: unchanged',
      { dueDate: undefined, categoryId: undefined },
      { dueDate: '2026-11-30' },
    ],
    ['null clears a date', { dueDate: null }, { dueDate: null }],
    ['the empty string clears a date', { startDate: '' }, { startDate: null }],
    ['null clears the assignee', { assigneeId: null }, { assigneeId: null }],
    ['null clears the resolution', { resolutionId: null }, { resolutionId: null }],
    ['0 is a resolution, not a clear', { resolutionId: 0 }, { resolutionId: 0 }],
    [
      'null clears hours',
      { estimatedHours: null, actualHours: null },
      { estimatedHours: null, actualHours: null },
    ],
    ['0 hours are hours', { actualHours: 0 }, { actualHours: 0 }],
    ['hours keep two decimals', { estimatedHours: 1.25 }, { estimatedHours: 1.25 }],
    ['the empty string clears the description', { description: '' }, { description: '' }],
  ])('%s', async (_what, params, expected) => {
    await patch(params);
    expect(row).toMatchObject(expected);
  });

  test('an empty list sends nothing: the list is kept', async () => {
    await patch({ categoryId: [], milestoneId: [], versionId: [] });
    expect(row).toMatchObject({
      categoryIds: categoryIds.slice(0, 2),
      milestoneIds: milestoneIds.slice(0, 2),
      versionIds: milestoneIds.slice(0, 1),
    });
  });

  test('a list of one empty text clears the list', async () => {
    const issue = await patch({ categoryId: [''], milestoneId: [''], versionId: [''] });
    expect(row).toMatchObject({ categoryIds: [], milestoneIds: [], versionIds: [] });
    expect([issue.category, issue.milestone, issue.versions]).toEqual([[], [], []]);
  });

  test('a list replaces the whole list', async () => {
    await patch({ categoryId: categoryIds.slice(2), milestoneId: milestoneIds.slice(1) });
    expect(row).toMatchObject({ categoryIds: categoryIds.slice(2), milestoneIds: milestoneIds.slice(1) });
  });

  test.each(['summary', 'statusId', 'priorityId', 'issueTypeId'])('%s cannot be empty', async (name) => {
    const before = structuredClone(row);
    await expect(patch({ [name]: '' })).rejects.toMatchObject({
      status: 400,
      body: { errors: [{ code: 7 }] },
    });
    expect(row).toEqual(before);
  });

  test('text arrives as it was typed', async () => {
    const text = 'a&b=c+d % [x] 改行\n🎉 ｶﾅ "引用" =1+1';
    const issue = await patch({ summary: text.replace('\n', ' '), description: text });
    expect(row.description).toBe(text);
    expect(issue.summary).toBe(text.replace('\n', ' '));
  });
});

describe('custom fields', () => {
  test.each<[string, CustomFieldType, unknown, CustomFieldValue['value']]>([
    ['text', 1, '新しい値', '新しい値'],
    ['text, null', 1, null, null],
    ['text area', 2, '1行目\n2行目', '1行目\n2行目'],
    ['text area, empty', 2, '', null],
    ['number', 3, 12.5, 12.5],
    ['number, 0', 3, 0, 0],
    ['number, null', 3, null, null],
    ['date', 4, '2026-12-24', '2026-12-24'],
    ['date, null', 4, null, null],
    ['single list', 5, 3, 3],
    ['single list, null', 5, null, null],
    ['multiple list, indexed keys', 6, [3, 4], [3, 4]],
    ['multiple list, empty list sends nothing', 6, [], [1, 2]],
    ['multiple list, one empty text clears', 6, [''], []],
    ['multiple list, bare empty clears', 6, '', []],
    ['checkbox', 7, [2, 3], [2, 3]],
    ['checkbox, one item without brackets', 7, 3, [3]],
    ['radio', 8, 4, 4],
  ])('%s', async (_what, typeId, value, expected) => {
    await patch({ [`customField_${fieldId(typeId)}`]: value });
    expect(stored(typeId)?.value).toEqual(expected);
  });

  test('undefined is not sent: unchanged', async () => {
    await patch({ [`customField_${fieldId(1)}`]: undefined });
    expect(stored(1)?.value).toBe('前');
  });

  test('the free box travels beside the choice and can be cleared alone', async () => {
    await patch({ [`customField_${fieldId(8)}`]: 2, [`customField_${fieldId(8)}_otherValue`]: '協力会社' });
    expect(stored(8)).toEqual({ value: 2, otherValue: '協力会社' });
    await patch({ [`customField_${fieldId(7)}_otherValue`]: '' });
    expect(stored(7)).toEqual({ value: [1], otherValue: null });
  });

  test('an empty required field is refused, and so is an item that does not exist', async () => {
    const refused = { status: 400, body: { errors: [{ code: 7 }] } };
    await expect(patch({ [`customField_${fieldId(8)}`]: '' })).rejects.toMatchObject(refused);
    await expect(patch({ [`customField_${fieldId(5)}`]: 99 })).rejects.toMatchObject(refused);
    expect([stored(8)?.value, stored(5)?.value]).toEqual([1, 1]);
  });

  test('the answer shows every applicable field, and null or [] when unset', async () => {
    const issue = await patch({ [`customField_${fieldId(5)}`]: null, [`customField_${fieldId(6)}`]: [''] });
    const shown = (typeId: CustomFieldType) =>
      issue.customFields.find((field) => field.fieldTypeId === typeId);
    expect(issue.customFields).toHaveLength(8);
    expect(shown(4)).toMatchObject({ value: '2026-11-10T00:00:00Z' });
    expect(shown(5)).toMatchObject({ value: null });
    expect(shown(6)).toMatchObject({ value: [] });
    expect(shown(7)).toMatchObject({ value: [{ id: 1 }], otherValue: '前の自由記入' });
  });

  test('a change is logged under the display name with the id beside it', async () => {
    await patch({ [`customField_${fieldId(3)}`]: 6 });
    const comment = first(await admin.getIssueComments(row.id, { count: 1 }));
    expect(comment.changeLog).toMatchObject([
      {
        field: '見積もりポイント',
        originalValue: '5',
        newValue: '6',
        attributeInfo: { id: fieldId(3), typeId: 3 },
      },
    ]);
  });

  test('lists filter by item under both bracket forms', async () => {
    const key = `customField_${fieldId(6)}[]`;
    const params = { projectId: [row.projectId], [key]: [2] };
    const expected = judged.space.state.issues.in(row.projectId).filter((issue) => {
      const value = issue.customFields[fieldId(6)]?.value;
      return Array.isArray(value) && value.includes(2);
    });
    expect((await admin.getIssuesCount(params)).count).toBe(expected.length);
    const repeated = await judged.fetch(
      `https://hoshikawa.backlog.test/api/v2/issues/count?projectId[]=${row.projectId}&${key}=2`,
      { headers: { 'Backlog-API-Key': 'demo-admin-key' } },
    );
    expect(await repeated.json()).toEqual({ count: expected.length });
  });
});

describe('key forms of other clients', () => {
  test.each([
    ['repeated bare key', (id: number) => `customField_${id}=3&customField_${id}=4`],
    ['brackets', (id: number) => `customField_${id}[]=3&customField_${id}[]=4`],
    ['indexed', (id: number) => `customField_${id}[0]=3&customField_${id}[1]=4`],
    ['brackets and index', (id: number) => `customField_${id}[][0]=3&customField_${id}[][1]=4`],
    ['percent-encoded brackets', (id: number) => `customField_${id}%5B0%5D=3&customField_${id}%5B1%5D=4`],
  ])('%s', async (_what, body) => {
    const answer = await judged.fetch(`https://hoshikawa.backlog.test/api/v2/issues/${row.id}`, {
      method: 'PATCH',
      headers: { 'Backlog-API-Key': 'demo-admin-key', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: body(fieldId(6)),
    });
    expect(answer.status).toBe(200);
    expect(stored(6)?.value).toEqual([3, 4]);
  });
});

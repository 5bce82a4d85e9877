import { describe, expect, it } from 'vitest';
import { heldItem, planItem, stepRow } from './plan-fixtures';
import {
  canInclude,
  columnsOf,
  customDiffsOf,
  fieldsOfPlan,
  headBox,
  includedPerField,
  keptValue,
  nextWarning,
  openingPile,
  rowsInView,
  stageStarts,
  stagesOf,
} from './plan-view';

const closed = { code: 'PARENT_CLOSED', values: { parent: 'WEB-9' } } as const;
const items = [
  planItem(1),
  heldItem(2, closed),
  planItem(3, { included: false, diffs: [{ field: 'dueDate', before: null, after: '2026-11-27' }] }),
  planItem(4, { pile: 'unchanged', included: false, diffs: [], params: {} }),
  planItem(5, { pile: 'blocked', included: false, diffs: [], params: {} }),
  heldItem(6, closed),
  planItem(7, { params: { assigneeId: 2, comment: '引き継ぎます' } }),
];
const ids = (rows: readonly { issueId: number }[]) => rows.map(({ issueId }) => issueId);

describe('rows of a view', () => {
  it('shows rows under a warning among the changes, in their places', () => {
    expect(ids(rowsInView(items, { pile: 'change', field: null }))).toEqual([1, 2, 3, 6, 7]);
  });

  it('shows exactly the pile otherwise', () => {
    expect(ids(rowsInView(items, { pile: 'needsReview', field: null }))).toEqual([2, 6]);
    expect(ids(rowsInView(items, { pile: 'blocked', field: null }))).toEqual([5]);
  });

  it('keeps only the rows that touch the field, the comment too', () => {
    expect(ids(rowsInView(items, { pile: 'change', field: 'dueDate' }))).toEqual([3]);
    expect(ids(rowsInView(items, { pile: 'change', field: 'comment' }))).toEqual([7]);
  });

  it('opens with the first pile that has something to look at', () => {
    expect(openingPile({ change: 3, unchanged: 5, needsReview: 1, blocked: 2 })).toBe('change');
    expect(openingPile({ change: 0, unchanged: 5, needsReview: 1, blocked: 2 })).toBe('needsReview');
    expect(openingPile({ change: 0, unchanged: 5, needsReview: 0, blocked: 2 })).toBe('blocked');
    expect(openingPile({ change: 0, unchanged: 5, needsReview: 0, blocked: 0 })).toBe('unchanged');
  });
});

it('counts per field only what will be written', () => {
  expect(includedPerField(items)).toEqual([
    { field: 'assignee', count: 2 },
    { field: 'comment', count: 1 },
  ]);
});

describe('next warning', () => {
  it('goes forward and back and round at the ends', () => {
    const rows = rowsInView(items, { pile: 'change', field: null });
    expect(nextWarning(rows, -1, 1)).toBe(1);
    expect(nextWarning(rows, 1, 1)).toBe(3);
    expect(nextWarning(rows, 3, 1)).toBe(1);
    expect(nextWarning(rows, 1, -1)).toBe(3);
  });

  it('finds nothing among calm rows', () => {
    expect(nextWarning([planItem(1)], -1, 1)).toBeNull();
  });
});

describe('box in the head', () => {
  it('takes in plain changes only, never a warning unseen', () => {
    const rows = rowsInView(items, { pile: 'change', field: null });
    expect(headBox(rows, 'change')).toEqual({ checked: 'indeterminate', ids: [1, 3, 7] });
  });

  it('takes in warnings where only warnings are shown', () => {
    const rows = rowsInView(items, { pile: 'needsReview', field: null });
    expect(headBox(rows, 'needsReview')).toEqual({ checked: false, ids: [2, 6] });
  });

  it('has nothing to tick among rows that cannot be included', () => {
    expect(headBox(rowsInView(items, { pile: 'unchanged', field: null }), 'unchanged').ids).toEqual([]);
  });
});

describe('columns', () => {
  const impact = (issueId: number, projectId: number, fieldId: number) =>
    planItem(issueId, {
      projectId,
      diffs: [
        {
          field: `customField_${fieldId}`,
          label: '顧客影響',
          kind: 'choice',
          before: null,
          after: { id: 1, name: '大' },
        },
      ],
      params: { notifiedUserId: [1, 2], comment: '影響を揃えます。' },
    });
  const plan = [
    impact(1, 1, 15),
    impact(2, 2, 31),
    planItem(3, {
      diffs: [{ field: 'issueType', before: null, after: { id: 9, name: 'バグ' } }],
      current: { customField_15: { id: 2, name: '中' }, assignee: null },
    }),
  ];
  const column = 'custom:choice:顧客影響';

  it('one custom field is one column, whatever its number in each project', () => {
    expect(fieldsOfPlan(plan)).toEqual(['issueType', column, 'comment', 'notify']);
    expect(includedPerField(plan)).toContainEqual({ field: column, count: 2 });
  });

  it('comment and notification get a column only when there is nothing else to show', () => {
    expect(columnsOf(fieldsOfPlan(plan), false)).toEqual(['issueType', column]);
    expect(columnsOf(['comment', 'notify'], false)).toEqual(['comment']);
    expect(columnsOf(fieldsOfPlan(plan), true)).toHaveLength(13 + 3);
  });

  it('the free text beside choices has a column of its own', () => {
    const other = planItem(1, {
      diffs: [
        {
          field: 'customField_15_otherValue',
          label: '顧客影響',
          kind: 'text',
          before: null,
          after: '協力会社',
        },
      ],
    });
    expect(fieldsOfPlan([other])).toEqual(['custom:other:顧客影響']);
  });

  it('a value that stays is found by the number that the field has in its project', () => {
    const customs = customDiffsOf(plan);
    const [, , kept] = plan;
    expect(kept && keptValue(kept, column, customs)).toMatchObject({
      field: 'customField_15',
      value: { name: '中' },
    });
    expect(kept && keptValue(kept, 'assignee', customs)).toMatchObject({ value: null });
    expect(kept && keptValue(kept, 'comment', customs)).toBeNull();
    expect(kept && keptValue({ ...kept, projectId: 2 }, column, customs)).toBeNull();
  });
});

describe('side steps and stages', () => {
  const create = stepRow(1, {
    kind: 'createMilestone',
    projectId: 1,
    name: 'Sprint 26',
    startDate: null,
    dueDate: null,
  });
  const archive = stepRow(
    2,
    { kind: 'archiveMilestone', projectId: 1, milestoneId: 24, name: 'Sprint 24', archived: true },
    2,
  );
  const issue = planItem(7, { stage: 1 });
  const plan = [archive, issue, create];

  it('rows stand in the order of their stages, and each stage says where it begins', () => {
    const rows = rowsInView(plan, { pile: 'change', field: null });
    expect(ids(rows)).toEqual([-1, 7, -2]);
    expect(stageStarts(rows, stagesOf(plan))).toEqual([
      { index: 0, place: 1, of: 3 },
      { index: 1, place: 2, of: 3 },
      { index: 2, place: 3, of: 3 },
    ]);
    const filtered = rowsInView(plan, { pile: 'change', field: 'assignee' });
    expect(stageStarts(filtered, stagesOf(plan))).toEqual([{ index: 0, place: 2, of: 3 }]);
  });

  it('a plan of one stage says nothing of stages', () => {
    expect(stageStarts(items, stagesOf(items))).toEqual([]);
  });

  it('what later rows need cannot be left out', () => {
    expect([create, archive, issue].map(canInclude)).toEqual([false, true, true]);
    expect(headBox([create, archive, issue], 'change').ids).toEqual([-2, 7]);
  });
});

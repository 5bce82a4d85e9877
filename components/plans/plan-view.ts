import type { FieldValue } from '@/lib/bulk/issue-values';
import { type CustomFieldDiff, fixedFields } from '@/lib/bulk/plan';
import type { DiffField, FieldDiff, Pile, PileCounts, PlanItem } from './plan-data';
import { inFieldOrder, isCustomColumn, type PlanField, planFieldOf } from './touched-fields';

/** Which rows of a plan are on screen. */
export interface PlanView {
  pile: Pile;
  /** Only rows that touch this field; null for any. */
  field: PlanField | null;
}

/**
 * Whether a person may take this row in or leave it out. What later rows need stays in: they speak of the milestone
 * that it creates.
 */
export function canInclude(item: PlanItem): boolean {
  if (item.pile === 'change') return item.step?.kind !== 'createMilestone';
  return item.pile === 'needsReview';
}

/** Everything that a row writes. */
function fieldsOf(item: PlanItem): PlanField[] {
  const { comment, notifiedUserId } = item.params;
  return [
    ...item.diffs.map(planFieldOf),
    ...(comment === undefined ? [] : (['comment'] as const)),
    ...(notifiedUserId === undefined ? [] : (['notify'] as const)),
  ];
}

export function touches(item: PlanItem, field: PlanField): boolean {
  return fieldsOf(item).includes(field);
}

/**
 * Rows of a view, in the order of the plan. `change` also shows the rows under a warning, in their places: they become
 * changes once they are included.
 */
export function rowsInView(items: readonly PlanItem[], view: PlanView): PlanItem[] {
  const { field } = view;
  const inView = items.filter((item) => {
    const inPile = item.pile === view.pile || (view.pile === 'change' && item.pile === 'needsReview');
    return inPile && (field === null || touches(item, field));
  });
  return inView.sort((a, b) => stageOf(a) - stageOf(b));
}

const stageOf = (item: PlanItem) => item.stage ?? 0;

/** The stages of a plan in their order; a plan without stages has one. */
export function stagesOf(items: readonly PlanItem[]): number[] {
  return [...new Set(items.map(stageOf))].sort((a, b) => a - b);
}

/** A stage in the table: the row with which it begins, and its place among all stages of the plan, from 1. */
export interface StageStart {
  index: number;
  place: number;
  of: number;
}

/** Where stages begin among the rows on screen; nothing in a plan that has but one. */
export function stageStarts(rows: readonly PlanItem[], stages: readonly number[]): StageStart[] {
  if (stages.length < 2) return [];
  return rows.flatMap((row, index) => {
    const before = rows[index - 1];
    if (before && stageOf(before) === stageOf(row)) return [];
    return [{ index, place: stages.indexOf(stageOf(row)) + 1, of: stages.length }];
  });
}

/** The stage that begins with the row at an index. */
export function stageAt(starts: readonly StageStart[], index: number): StageStart | null {
  return starts.find((start) => start.index === index) ?? null;
}

/** The pile to open with: the first one that has rows to look at. */
export function openingPile(counts: PileCounts): Pile {
  if (counts.change > 0) return 'change';
  if (counts.needsReview > 0) return 'needsReview';
  return counts.blocked > 0 ? 'blocked' : 'unchanged';
}

/** How many included rows write each field; untouched fields are absent. */
export function includedPerField(items: readonly PlanItem[]): { field: PlanField; count: number }[] {
  const counts = new Map<PlanField, number>();
  for (const item of items) {
    if (!item.included) continue;
    for (const field of fieldsOf(item)) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  const found = [...counts].map(([field, count]) => ({ field, count }));
  return inFieldOrder(found, ({ field }) => field);
}

/** Fields that any row of the plan touches: the columns of the table. */
export function fieldsOfPlan(items: readonly PlanItem[]): PlanField[] {
  return inFieldOrder([...new Set(items.flatMap(fieldsOf))], (field) => field);
}

/**
 * Columns of the table. What goes out with every row alike gets one only when there is nothing else to show.
 *
 * @param all every field that issues have, touched or not
 */
export function columnsOf(touched: readonly PlanField[], all: boolean): PlanField[] {
  const said = (field: PlanField) => field === 'comment' || field === 'notify';
  if (all) return inFieldOrder([...new Set([...fixedFields, ...touched])], (field) => field);
  const values = touched.filter((field) => !said(field));
  return values.length > 0 ? values : touched.slice(0, 1);
}

/** A difference of each custom column by project, for the rows that keep their value there. */
export type CustomDiffs = ReadonlyMap<string, CustomFieldDiff>;

const placeOf = (item: PlanItem, field: PlanField) => `${item.projectId} ${field}`;

export function customDiffsOf(items: readonly PlanItem[]): CustomDiffs {
  const keys = new Map<string, CustomFieldDiff>();
  for (const item of items) {
    for (const diff of item.diffs) {
      if ('label' in diff) keys.set(placeOf(item, planFieldOf(diff)), diff);
    }
  }
  return keys;
}

/** A value that stays as it is. */
interface KeptValue {
  field: DiffField;
  value: FieldValue;
  /** A difference of the same field, which tells of what kind it is. */
  like: FieldDiff[];
}

/** What stays in a field; null when the plan does not know it. */
export function keptValue(item: PlanItem, column: PlanField, customs: CustomDiffs): KeptValue | null {
  if (column === 'comment' || column === 'notify') return null;
  const like = isCustomColumn(column) ? customs.get(placeOf(item, column)) : undefined;
  const field = isCustomColumn(column) ? like?.field : column;
  const value = field && item.current?.[field];
  return field === undefined || value === undefined ? null : { field, value, like: like ? [like] : [] };
}

/**
 * The next row under a warning after (or before) a position, going round at the end; null when there is none.
 * @param from -1 for "none yet"
 */
export function nextWarning(rows: readonly PlanItem[], from: number, step: 1 | -1): number | null {
  const held = rows.flatMap((item, index) => (item.pile === 'needsReview' ? [index] : []));
  const next = step === 1 ? held.find((index) => index > from) : held.findLast((index) => index < from);
  return next ?? (step === 1 ? held[0] : held.at(-1)) ?? null;
}

/** Box over the rows of a view. Ticking it takes in plain changes only; warnings are taken in where they are read. */
export function headBox(
  rows: readonly PlanItem[],
  pile: Pile,
): { checked: boolean | 'indeterminate'; ids: number[] } {
  const meant = rows.filter((item) => canInclude(item) && (pile === 'needsReview' || item.pile === 'change'));
  const on = meant.filter((item) => item.included).length;
  const checked = on === 0 ? false : on === meant.length ? true : 'indeterminate';
  return { checked, ids: meant.map((item) => item.issueId) };
}

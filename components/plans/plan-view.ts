import { type Pile, type PileCounts, type PlanItem, type TouchedField, touchedFields } from './plan-data';

/** Which rows of a plan are on screen. */
export interface PlanView {
  pile: Pile;
  /** Only rows that touch this field; null for any. */
  field: TouchedField | null;
}

/** Whether a person may take this row in or leave it out. */
export function canInclude(item: PlanItem): boolean {
  return item.pile === 'change' || item.pile === 'needsReview';
}

export function touches(item: PlanItem, field: TouchedField): boolean {
  if (field === 'comment') return item.params.comment !== undefined;
  return item.diffs.some((diff) => diff.field === field);
}

/**
 * Rows of a view, in the order of the plan. `change` also shows the rows under a warning, in their places: they become
 * changes once they are included.
 */
export function rowsInView(items: readonly PlanItem[], view: PlanView): PlanItem[] {
  const { field } = view;
  return items.filter((item) => {
    const inPile = view.pile === 'change' ? canInclude(item) : item.pile === view.pile;
    return inPile && (field === null || touches(item, field));
  });
}

/** The pile to open with: the first one that has rows to look at. */
export function openingPile(counts: PileCounts): Pile {
  if (counts.change > 0) return 'change';
  if (counts.needsReview > 0) return 'needsReview';
  return counts.blocked > 0 ? 'blocked' : 'unchanged';
}

/** How many included rows write each field; untouched fields are absent. */
export function includedPerField(items: readonly PlanItem[]): { field: TouchedField; count: number }[] {
  const included = items.filter((item) => item.included);
  return touchedFields
    .map((field) => ({ field, count: included.filter((item) => touches(item, field)).length }))
    .filter(({ count }) => count > 0);
}

/** Fields that any row of the plan touches: the columns of the table. */
export function fieldsOfPlan(items: readonly PlanItem[]): TouchedField[] {
  return touchedFields.filter((field) => items.some((item) => touches(item, field)));
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
  const meant = rows.filter((item) => (pile === 'needsReview' ? canInclude(item) : item.pile === 'change'));
  const on = meant.filter((item) => item.included).length;
  const checked = on === 0 ? false : on === meant.length ? true : 'indeterminate';
  return { checked, ids: meant.map((item) => item.issueId) };
}

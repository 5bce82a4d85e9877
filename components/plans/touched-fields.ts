import { type FieldDiff, fixedFields } from '@/lib/bulk/plan';

/**
 * What a plan can touch, in the order in which people read it: values of the issue, then what goes out with the
 * update. Composer and preview show it in this order; custom fields stand between the two.
 */
export const touchedFields = [...fixedFields, 'comment', 'notify'] as const;
export type TouchedField = (typeof touchedFields)[number];

const names: readonly string[] = touchedFields;
const afterFixed = fixedFields.length - 0.5;

/** Sorts by field. Custom fields (any other name) keep the order in which they come. */
export function inFieldOrder<T>(list: readonly T[], nameOf: (one: T) => string): T[] {
  const rank = (one: T) => {
    const place = names.indexOf(nameOf(one));
    return place < 0 ? afterFixed : place;
  };
  return [...list].sort((a, b) => rank(a) - rank(b));
}

type CustomKind = Extract<FieldDiff, { label: string }>['kind'] | 'other';
type CustomColumn = `custom:${CustomKind}:${string}`;

/**
 * One column of the preview. A custom field has another number in every project, so its column goes by kind and name;
 * `other` is the free text beside its choices.
 */
export type PlanField = TouchedField | CustomColumn;

/** The column in which a difference stands. */
export function planFieldOf(diff: FieldDiff): PlanField {
  if (!('label' in diff)) return diff.field;
  const kind = diff.field.endsWith('_otherValue') ? 'other' : diff.kind;
  return `custom:${kind}:${diff.label}`;
}

export function isCustomColumn(field: PlanField): field is CustomColumn {
  return field.startsWith('custom:');
}

/** Kind and name of the custom field of a column. */
export function readColumn(column: CustomColumn): { kind: string; label: string } {
  const [, kind = '', ...label] = column.split(':');
  return { kind, label: label.join(':') };
}

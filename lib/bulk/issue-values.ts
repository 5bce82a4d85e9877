import { dateOnly } from '@/lib/backlog/schemas/date-only';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { DiffField, NamedValue } from './plan';

export type DateField = 'dueDate' | 'startDate';
export type ListField = 'milestone' | 'category';
export type NamedField = Exclude<DiffField, DateField | ListField>;

/** Value of any field that a plan can touch. Dates are yyyy-MM-dd. */
export type FieldValue = NamedValue | NamedValue[] | string | null;

/** Values of the touched fields at one moment: what undo and reconciliation need. */
export type FieldImage = Partial<
  Record<NamedField, NamedValue | null> & Record<DateField, string | null> & Record<ListField, NamedValue[]>
>;

/**
 * Zone for date-only values of records that predate Backlog's midnight-UTC form, when the caller names none. Such
 * records come from the years when Backlog ran in Japan.
 */
export const OLD_RECORDS_TIMEZONE = 'Asia/Tokyo';

const named = (value: { id: number; name: string } | null): NamedValue | null =>
  value === null ? null : { id: value.id, name: value.name };

/** Status, resolution, assignee or priority of an issue; null when unset (resolution 0 is a value). */
export function namedValueOf(issue: BacklogIssue, field: NamedField): NamedValue | null {
  if (field === 'status') return { id: issue.status.id, name: issue.status.name, color: issue.status.color };
  return named(issue[field]);
}

/** Day of a date field, yyyy-MM-dd. */
export function dateValueOf(issue: BacklogIssue, field: DateField, timezone: string): string | null {
  return dateOnly(issue[field], timezone);
}

/** Milestones or categories of an issue, in Backlog's order. */
export function listValueOf(issue: BacklogIssue, field: ListField): NamedValue[] {
  return issue[field].map(({ id, name }) => ({ id, name }));
}

/** Value of any plan field. */
export function fieldValueOf(issue: BacklogIssue, field: DiffField, timezone: string): FieldValue {
  switch (field) {
    case 'dueDate':
    case 'startDate':
      return dateValueOf(issue, field, timezone);
    case 'milestone':
    case 'category':
      return listValueOf(issue, field);
    default:
      return namedValueOf(issue, field);
  }
}

/** Lists are sets of ids: order and names do not count. */
export function sameIds(a: readonly number[], b: readonly number[]): boolean {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((id) => right.has(id));
}

export const idsOf = (values: readonly NamedValue[]): number[] => values.map((value) => value.id);

/** Equal for Backlog: named values by id, lists as sets of ids, days as text. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && sameIds(idsOf(a), idsOf(b));
  }
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return a === b;
  return a.id === b.id;
}

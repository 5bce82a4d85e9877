import { dateOnly } from '@/lib/backlog/schemas/date-only';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { customValueOf } from './custom-values';
import {
  type CustomFieldKey,
  type CustomValue,
  type DiffField,
  type FixedField,
  isCustomFieldKey,
  type NamedValue,
} from './plan';

export type DateField = 'dueDate' | 'startDate';
export type HoursField = 'estimatedHours' | 'actualHours';
export type ListField = 'milestone' | 'version' | 'category';
export type NamedField = Exclude<FixedField, DateField | HoursField | ListField>;

/** Value of any field that a plan can touch. Dates are yyyy-MM-dd. */
export type FieldValue = NamedValue | NamedValue[] | string | number | null;

/**
 * Values of the touched fields at one moment: what undo and reconciliation need. A custom field that the issue does
 * not have is null.
 */
export type FieldImage = Partial<
  Record<NamedField, NamedValue | null> &
    Record<DateField, string | null> &
    Record<HoursField, number | null> &
    Record<ListField, NamedValue[]>
> & { [field: CustomFieldKey]: CustomValue };

/** Issue keys by id, as far as they are known: issues name their parent by its id alone. */
export type IssueKeys = (issueId: number) => string | undefined;

/**
 * Zone for date-only values of records that predate Backlog's midnight-UTC form, when the caller names none. Such
 * records come from the years when Backlog ran in Japan.
 */
export const OLD_RECORDS_TIMEZONE = 'Asia/Tokyo';

const noKeys: IssueKeys = () => undefined;

export const isDateField = (field: DiffField): field is DateField =>
  field === 'dueDate' || field === 'startDate';
export const isHoursField = (field: DiffField): field is HoursField =>
  field === 'estimatedHours' || field === 'actualHours';
export const isListField = (field: DiffField): field is ListField =>
  field === 'milestone' || field === 'version' || field === 'category';

/**
 * Status, issue type, resolution, assignee, priority or parent of an issue; null when unset (resolution 0 is a value).
 * The name of a parent is its key, or `#` and its id where the key is not known.
 */
export function namedValueOf(
  issue: BacklogIssue,
  field: NamedField,
  keyOf: IssueKeys = noKeys,
): NamedValue | null {
  if (field === 'parent') {
    const id = issue.parentIssueId;
    return id === null ? null : { id, name: keyOf(id) ?? `#${id}` };
  }
  if (field === 'status' || field === 'issueType') {
    const { id, name, color } = issue[field];
    return { id, name, color };
  }
  const value = issue[field];
  return value === null ? null : { id: value.id, name: value.name };
}

/** Day of a date field, yyyy-MM-dd. */
export function dateValueOf(issue: BacklogIssue, field: DateField, timezone: string): string | null {
  return dateOnly(issue[field], timezone);
}

/** Milestones, versions or categories of an issue, in Backlog's order. */
export function listValueOf(issue: BacklogIssue, field: ListField): NamedValue[] {
  const values = field === 'version' ? issue.versions : issue[field];
  return values.map(({ id, name }) => ({ id, name }));
}

/** Value of any plan field; null for a custom field that the issue does not have. */
export function fieldValueOf(
  issue: BacklogIssue,
  field: DiffField,
  timezone: string,
  keyOf: IssueKeys = noKeys,
): FieldValue {
  if (isCustomFieldKey(field)) return customValueOf(issue, field, timezone);
  if (isDateField(field)) return dateValueOf(issue, field, timezone);
  if (isHoursField(field)) return issue[field];
  if (isListField(field)) return listValueOf(issue, field);
  return namedValueOf(issue, field, keyOf);
}

/** Lists are sets of ids: order and names do not count. */
export function sameIds(a: readonly number[], b: readonly number[]): boolean {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((id) => right.has(id));
}

export const idsOf = (values: readonly NamedValue[]): number[] => values.map((value) => value.id);

/** Whether nothing is set: null or an empty list. */
export function isEmpty(value: FieldValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** Equal for Backlog: named values by id, lists as sets of ids, numbers by value, texts and days exactly. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && sameIds(idsOf(a), idsOf(b));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return a.id === b.id;
}

export const asList = (value: FieldValue): NamedValue[] => (Array.isArray(value) ? value : []);
export const asText = (value: FieldValue): string | null => (typeof value === 'string' ? value : null);
export const asNumber = (value: FieldValue): number | null => (typeof value === 'number' ? value : null);
export const asNamed = (value: FieldValue): NamedValue | null =>
  typeof value === 'object' && !Array.isArray(value) ? value : null;

import type { BacklogCustomFieldValue } from '@/lib/backlog/schemas/custom-field';
import { dateOnly } from '@/lib/backlog/schemas/date-only';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { CustomFieldKey, CustomValue, NamedValue } from './plan';

export type OtherValueKey = `customField_${number}_otherValue`;

/** Key of a custom field, as Backlog's parameter is called. */
export function customFieldKey(fieldId: number): `customField_${number}` {
  return `customField_${fieldId}`;
}

/** Key of the free text beside the choices of a custom field. */
export function otherValueKey(fieldId: number): OtherValueKey {
  return `customField_${fieldId}_otherValue`;
}

export function isOtherValueKey(key: CustomFieldKey): key is OtherValueKey {
  return key.endsWith('_otherValue');
}

/** Id of the custom field that a key is about. */
export function customFieldIdOf(key: CustomFieldKey): number {
  return Number.parseInt(key.slice('customField_'.length), 10);
}

/** The custom field as the issue carries it; nothing when it does not exist for the type of the issue. */
export function customFieldOn(issue: BacklogIssue, fieldId: number): BacklogCustomFieldValue | undefined {
  return issue.customFields.find((field) => field.id === fieldId);
}

/** Value of a custom field, or its free text; null when unset or when the issue does not have the field. */
export function customValueOf(issue: BacklogIssue, key: CustomFieldKey, timezone: string): CustomValue {
  const field = customFieldOn(issue, customFieldIdOf(key));
  if (field === undefined) return null;
  if (isOtherValueKey(key)) {
    return field.fieldTypeId === 7 || field.fieldTypeId === 8 ? field.otherValue || null : null;
  }
  switch (field.fieldTypeId) {
    case 1:
    case 2:
      return field.value || null;
    case 3:
      return field.value;
    case 4:
      return dateOnly(field.value || null, timezone);
    case 5:
    case 8:
      return field.value === null ? null : named(field.value);
    case 6:
    case 7:
      return field.value.map(named);
    case 0:
      return null;
  }
}

function named({ id, name }: NamedValue): NamedValue {
  return { id, name };
}

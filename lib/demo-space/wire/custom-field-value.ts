import type { CustomFieldRow, CustomFieldValue, IssueRow } from '../rows';
import type { SpaceState } from '../state';
import { dayOrNull } from './time';

const UNSET: CustomFieldValue = { value: null, otherValue: null };

/** The custom fields that an issue of this type shows, in display order. */
export function applicableFields(
  state: SpaceState,
  projectId: number,
  issueTypeId: number,
): CustomFieldRow[] {
  return state.customFields
    .in(projectId)
    .filter((row) => row.applicableIssueTypes.length === 0 || row.applicableIssueTypes.includes(issueTypeId))
    .sort((a, b) => a.displayOrder - b.displayOrder);
}

/** What is stored for a field of an issue; unset when nothing is. */
export function storedValue(issue: IssueRow, fieldId: number): CustomFieldValue {
  return issue.customFields[fieldId] ?? UNSET;
}

function wireValue(field: CustomFieldRow, value: CustomFieldValue['value']) {
  const item = (id: number) => field.items.find((candidate) => candidate.id === id);
  if (field.typeId === 6 || field.typeId === 7)
    return Array.isArray(value) ? value.flatMap((id) => item(id) ?? []) : [];
  if (field.typeId === 5 || field.typeId === 8)
    return typeof value === 'number' ? (item(value) ?? null) : null;
  if (field.typeId === 4) return typeof value === 'string' ? dayOrNull(value) : null;
  return value;
}

/** All applicable fields with their values; null or `[]` when unset. */
export function wireCustomFields(state: SpaceState, issue: IssueRow) {
  return applicableFields(state, issue.projectId, issue.issueTypeId).map((field) => {
    const stored = storedValue(issue, field.id);
    return {
      id: field.id,
      fieldTypeId: field.typeId,
      name: field.name,
      value: wireValue(field, stored.value),
      ...(field.typeId >= 7 ? { otherValue: stored.otherValue } : {}),
    };
  });
}

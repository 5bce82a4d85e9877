import { appliesTo, type CustomFieldInfo } from '@/lib/backlog/schemas/custom-field-info';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { customFieldKey, customFieldOn, customValueOf, otherValueKey } from './custom-values';
import { type FieldValue, isEmpty } from './issue-values';
import type { CustomFieldKey, FieldDiff, NamedValue, PlanBlock } from './plan';
import type { PlanProject } from './plan-reference';

export interface RequiredSubject {
  issue: BacklogIssue;
  project: PlanProject;
  diffs: readonly FieldDiff[];
  /** The type that the issue is going to have. */
  issueType: NamedValue;
  timezone: string;
}

/** Required fields that the row would empty, or that its new type demands and nobody fills. */
export function requiredBlocks(subject: RequiredSubject): PlanBlock[] {
  const { issueType } = subject;
  return emptyRequired(subject)
    .filter((field) => isTouched(subject, field) || changesType(subject))
    .map((field) => ({
      code: 'REQUIRED_BY_TYPE',
      values: { field: field.name, fieldId: String(field.id), type: issueType.name },
    }));
}

/** Required fields that are empty already and stay so: Backlog may refuse any change of the issue for them. */
export function requiredLeftEmpty(subject: RequiredSubject): CustomFieldInfo[] {
  if (changesType(subject)) return [];
  return emptyRequired(subject).filter((field) => !isTouched(subject, field));
}

function emptyRequired(subject: RequiredSubject): CustomFieldInfo[] {
  return subject.project.customFields.filter(
    (field) =>
      field.required &&
      appliesTo(field, subject.issueType.id) &&
      isKnown(subject, field) &&
      isBare(subject, field),
  );
}

function changesType({ issue, issueType }: RequiredSubject): boolean {
  return issue.issueType.id !== issueType.id;
}

/** Backlog lists every field of the type that an issue has. One that is missing all the same says nothing. */
function isKnown({ issue, diffs }: RequiredSubject, field: CustomFieldInfo): boolean {
  return (
    customFieldOn(issue, field.id) !== undefined ||
    !appliesTo(field, issue.issueType.id) ||
    diffs.some((diff) => diff.field === customFieldKey(field.id))
  );
}

function isTouched({ diffs }: RequiredSubject, { id }: CustomFieldInfo): boolean {
  return diffs.some((diff) => diff.field === customFieldKey(id) || diff.field === otherValueKey(id));
}

/** Neither a choice nor free text, or whatever the field holds, after the change. */
function isBare(subject: RequiredSubject, { id }: CustomFieldInfo): boolean {
  return isEmpty(valueAfter(subject, customFieldKey(id))) && isEmpty(valueAfter(subject, otherValueKey(id)));
}

function valueAfter({ issue, diffs, timezone }: RequiredSubject, key: CustomFieldKey): FieldValue {
  const diff = diffs.find((one) => one.field === key);
  return diff === undefined ? customValueOf(issue, key, timezone) : diff.after;
}

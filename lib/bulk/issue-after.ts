import { appliesTo } from '@/lib/backlog/schemas/custom-field-info';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { customOn } from './custom-fixtures';
import { customFieldKey, customValueOf, otherValueKey } from './custom-values';
import { asText, type FieldValue, OLD_RECORDS_TIMEZONE } from './issue-values';
import type { CustomFieldKey, DiffField, FieldDiff } from './plan';
import { category, issueType, milestone, reference, status, user } from './plan-fixtures';

/** What Backlog shows after a write of these differences: tests compare the product's judgement with it. */
export function withDiffs(issue: BacklogIssue, diffs: readonly FieldDiff[]): BacklogIssue {
  const after: BacklogIssue = { ...issue };
  const { projectId } = issue;
  for (const diff of diffs) {
    switch (diff.field) {
      case 'dueDate':
      case 'startDate':
        after[diff.field] = diff.after === null ? null : `${diff.after}T00:00:00Z`;
        break;
      case 'estimatedHours':
      case 'actualHours':
        after[diff.field] = diff.after;
        break;
      case 'milestone':
        after.milestone = diff.after.map((one) => milestone(one.id, one.name, projectId));
        break;
      case 'version':
        after.versions = diff.after.map((one) => milestone(one.id, one.name, projectId));
        break;
      case 'category':
        after.category = diff.after.map((one) => category(one.id, one.name, projectId));
        break;
      case 'issueType':
        if (diff.after !== null) after.issueType = issueType(diff.after.id, diff.after.name, projectId);
        break;
      case 'status':
        if (diff.after !== null) after.status = status(diff.after.id, diff.after.name, projectId);
        break;
      case 'priority':
        if (diff.after !== null) after.priority = { ...diff.after };
        break;
      case 'resolution':
        after.resolution = diff.after === null ? null : { ...diff.after };
        break;
      case 'assignee':
        after.assignee = diff.after === null ? null : user(diff.after.id, diff.after.name);
        break;
      case 'parent':
        after.parentIssueId = diff.after === null ? null : diff.after.id;
        break;
    }
  }
  return { ...after, customFields: customFieldsAfter(issue, after.issueType.id, diffs) };
}

/** Every field of the type that the issue has now. */
function customFieldsAfter(issue: BacklogIssue, typeId: number, diffs: readonly FieldDiff[]) {
  const written = new Map<DiffField, FieldValue>(diffs.map((diff) => [diff.field, diff.after]));
  const after = (key: CustomFieldKey) => {
    const value = written.get(key);
    return value === undefined ? customValueOf(issue, key, OLD_RECORDS_TIMEZONE) : value;
  };
  const fields = reference.projects.get(issue.projectId)?.customFields ?? [];
  return fields
    .filter((field) => appliesTo(field, typeId))
    .map((field) => customOn(field, after(customFieldKey(field.id)), asText(after(otherValueKey(field.id)))));
}

import { blocked, changed, type FieldChange, type FieldPlan, nothing, type PlanSubject } from './field-plan';
import { namedValueOf } from './issue-values';

type ParentChange = Extract<FieldChange, { field: 'parent' }>;

/** A parent must be another issue of the same project, and no child of the issue. */
export function planParent(change: ParentChange, subject: PlanSubject): FieldPlan {
  const { issue, project, parents } = subject;
  const before = namedValueOf(issue, 'parent', (id) => parents?.get(id)?.issueKey);
  if (change.verb === 'clear') {
    return before === null ? nothing : changed({ field: 'parent', before, after: null });
  }
  const { id, label } = change.to;
  if (before?.id === id) return nothing;
  const parent = parents?.get(id);
  const name = parent?.issueKey ?? label;
  const possible =
    project.subtaskingEnabled &&
    id !== issue.id &&
    parent !== null &&
    (parent === undefined || (parent.projectId === issue.projectId && parent.parentIssueId !== issue.id));
  return possible
    ? changed({ field: 'parent', before, after: { id, name } })
    : blocked({ code: 'PARENT_NOT_POSSIBLE', values: { parent: name, project: project.projectKey } });
}

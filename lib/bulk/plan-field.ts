import { blocked, changed, type FieldChange, type FieldPlan, nothing, type PlanSubject } from './field-plan';
import { dateValueOf, listValueOf, namedValueOf } from './issue-values';
import type { NamedValue } from './plan';
import { planChoice } from './plan-choice';
import { planCustom } from './plan-custom';
import { planList } from './plan-list';
import { planParent } from './plan-parent';
import { type Found, placeOf, spaceValue } from './project-values';

export type { FieldChange, FieldPlan, PlanSubject } from './field-plan';

type ChangeOf<F extends FieldChange['field']> = Extract<FieldChange, { field: F }>;
type NamedChange = ChangeOf<'status' | 'issueType' | 'resolution' | 'assignee' | 'priority'>;

/** Works out one change for one issue. */
export function planField(change: FieldChange, subject: PlanSubject): FieldPlan {
  switch (change.field) {
    case 'custom':
      return planCustom(change, subject);
    case 'parent':
      return planParent(change, subject);
    case 'dueDate':
    case 'startDate': {
      const before = dateValueOf(subject.issue, change.field, subject.timezone);
      const after = change.verb === 'clear' ? null : change.to;
      return before === after ? nothing : changed({ field: change.field, before, after });
    }
    case 'estimatedHours':
    case 'actualHours': {
      const before = subject.issue[change.field];
      const after = change.verb === 'clear' ? null : change.to;
      return before === after ? nothing : changed({ field: change.field, before, after });
    }
    case 'milestone':
    case 'version':
    case 'category':
      return planFixedList(change, subject);
    default:
      return planNamed(change, subject);
  }
}

function planFixedList(
  change: ChangeOf<'milestone' | 'version' | 'category'>,
  { issue, project }: PlanSubject,
): FieldPlan {
  const { field } = change;
  const place = placeOf(field, issue.projectId, project);
  const { list, blocks } = planList(change, listValueOf(issue, field), place);
  return { diffs: list === null ? [] : [{ field, ...list }], blocks };
}

function planNamed(change: NamedChange, subject: PlanSubject): FieldPlan {
  const before = namedValueOf(subject.issue, change.field);
  const target = targetOf(change, before, subject);
  if ('block' in target) return blocked(target.block);
  const after = target.value;
  return before?.id === after?.id ? nothing : changed({ field: change.field, before, after });
}

/** The value after the change: `before` itself when a swap does not concern this issue. */
function targetOf(
  change: NamedChange,
  before: NamedValue | null,
  { issue, project, reference }: PlanSubject,
): Found<NamedValue | null> {
  if (change.field === 'status' || change.field === 'issueType') {
    return planChoice(change, before, placeOf(change.field, issue.projectId, project));
  }
  if (change.verb === 'clear') return { value: null };
  if (change.verb === 'swap' && before?.id !== change.from.id) return { value: before };
  return spaceValue(change.to, change.field, reference, project);
}

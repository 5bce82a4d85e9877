import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { LabelledId, ProjectValue } from './change-parts';
import type { Change } from './changes';
import type { CustomChange } from './custom-change';
import { customTypes } from './custom-types';
import { customFieldKey } from './custom-values';
import { asList, asNamed, fieldValueOf, OLD_RECORDS_TIMEZONE } from './issue-values';
import {
  type CustomFieldDiff,
  type FieldDiff,
  isCustomFieldKey,
  type NamedValue,
  type PlanItem,
} from './plan';

/** A row as it was planned, whose values a person took although somebody else had changed the issue meanwhile. */
export type TakenRow = Pick<PlanItem, 'projectId' | 'diffs' | 'params' | 'stage'>;

type FixedDiff = Exclude<FieldDiff, CustomFieldDiff>;
type ListDiff = Extract<FixedDiff, { field: 'milestone' | 'version' | 'category' }>;

/**
 * The changes that lead an issue, as it is now, to the values that were taken. What the row adds to a list is added even
 * where its counterpart has gone; what others have added to the list stays.
 *
 * @param own what the plan means for the issue by itself: it tells what custom fields are
 */
export function takenChanges(row: TakenRow, issue: BacklogIssue, own: readonly Change[]): Change[] {
  const fixed = row.diffs.flatMap((diff) => (isFixed(diff) ? [fixedChange(diff, row, issue)] : []));
  const customs = new Set(row.diffs.flatMap(({ field }) => (isCustomFieldKey(field) ? [field] : [])));
  const custom = own.flatMap((change): Change[] => {
    const id = change.field === 'custom' ? change.target.byProject[String(issue.projectId)] : undefined;
    return id !== undefined && customs.has(customFieldKey(id)) ? [towards(change, id, issue)] : [];
  });
  const said = (own.length > 0 ? own : saidWith(row)).filter(
    ({ field }) => field === 'comment' || field === 'notify',
  );
  return [...fixed, ...custom, ...said];
}

function isFixed(diff: FieldDiff): diff is FixedDiff {
  return !isCustomFieldKey(diff.field);
}

function fixedChange(diff: FixedDiff, { projectId }: TakenRow, issue: BacklogIssue): Change {
  const { field } = diff;
  switch (field) {
    case 'milestone':
    case 'version':
    case 'category':
      return listChange(diff, projectId, asList(fieldValueOf(issue, field, OLD_RECORDS_TIMEZONE)));
    case 'dueDate':
    case 'startDate':
      return diff.after === null ? { field, verb: 'clear' } : { field, verb: 'set', to: diff.after };
    case 'estimatedHours':
    case 'actualHours':
      return diff.after === null ? { field, verb: 'clear' } : { field, verb: 'set', to: diff.after };
    case 'status':
    case 'issueType':
      return { field, verb: 'set', to: inProject(diff.after ?? issue[field], projectId) };
    case 'priority':
      return { field, verb: 'set', to: labelled(diff.after ?? issue.priority) };
    default:
      return diff.after === null
        ? { field, verb: 'clear' }
        : { field, verb: 'set', to: labelled(diff.after) };
  }
}

function listChange(diff: ListDiff, projectId: number, held: readonly NamedValue[]): Change {
  const { field, after, merge, add, remove } = diff;
  const values = (list: readonly NamedValue[]) => list.map((value) => inProject(value, projectId));
  if (!merge)
    return after.length === 0 ? { field, verb: 'clear' } : { field, verb: 'set', to: values(after) };
  const [from] = remove;
  const [to] = add;
  if (to === undefined) return { field, verb: 'remove', values: values(remove) };
  // Only a swap both adds and removes: one of each.
  return from !== undefined && held.some(({ id }) => id === from.id)
    ? { field, verb: 'swap', from: inProject(from, projectId), to: inProject(to, projectId) }
    : { field, verb: 'add', values: values(add) };
}

type CustomSwap = Extract<CustomChange, { verb: 'swap' }>;
const isChoice = (change: CustomSwap): change is Extract<CustomSwap, { target: { typeId: 5 | 8 } }> =>
  change.target.typeId === customTypes.singleList || change.target.typeId === customTypes.radio;

/** A swap in a custom field, as what it leads to where its counterpart has gone. */
function towards(change: Change, id: number, issue: BacklogIssue): Change {
  if (change.field !== 'custom' || change.verb !== 'swap') return change;
  const now = fieldValueOf(issue, customFieldKey(id), OLD_RECORDS_TIMEZONE);
  const held = Array.isArray(now) ? asList(now) : [asNamed(now)].filter((value) => value !== null);
  if (held.some((value) => value.id === change.from.byProject[String(issue.projectId)])) return change;
  return isChoice(change)
    ? { field: 'custom', target: change.target, verb: 'set', to: change.to }
    : { field: 'custom', target: change.target, verb: 'add', values: [change.to] };
}

function saidWith({ params: { comment } }: TakenRow): Change[] {
  return comment === undefined ? [] : [{ field: 'comment', verb: 'add', text: comment }];
}

function inProject({ id, name }: NamedValue, projectId: number): ProjectValue {
  return { label: name, byProject: { [String(projectId)]: id } };
}

function labelled({ id, name }: NamedValue): LabelledId {
  return { id, label: name };
}

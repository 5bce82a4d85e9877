import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from './changes';
import { dateValueOf, idsOf, listValueOf, namedValueOf, sameIds } from './issue-values';
import { mergeList, uniqueById, withoutIds } from './merge-list';
import type { FieldDiff, NamedValue, PlanBlock } from './plan';
import type { PlanProject, PlanReference } from './plan-reference';
import { type Found, soughtValue, spaceValue, writableValue } from './project-values';

export type FieldChange = Exclude<Change, { field: 'comment' }>;
type NamedChange = Extract<FieldChange, { field: 'status' | 'resolution' | 'assignee' | 'priority' }>;
type DateChange = Extract<FieldChange, { field: 'dueDate' | 'startDate' }>;
type ListChange = Extract<FieldChange, { field: 'milestone' | 'category' }>;

/** What one change means for one issue: a difference, nothing, or reasons why it cannot be. */
export interface FieldPlan {
  diff: FieldDiff | null;
  blocks: PlanBlock[];
}

/** The issue and what is known of its project. */
export interface PlanSubject {
  issue: BacklogIssue;
  project: PlanProject;
  reference: PlanReference;
  timezone: string;
}

const nothing: FieldPlan = { diff: null, blocks: [] };
const blocked = (...blocks: PlanBlock[]): FieldPlan => ({ diff: null, blocks });

/** Works out one change for one issue. */
export function planField(change: FieldChange, subject: PlanSubject): FieldPlan {
  switch (change.field) {
    case 'dueDate':
    case 'startDate':
      return planDate(change, subject);
    case 'milestone':
    case 'category':
      return planList(change, subject);
    default:
      return planNamed(change, subject);
  }
}

function planDate(change: DateChange, { issue, timezone }: PlanSubject): FieldPlan {
  const before = dateValueOf(issue, change.field, timezone);
  const after = change.verb === 'clear' ? null : change.to;
  return before === after ? nothing : { diff: { field: change.field, before, after }, blocks: [] };
}

function planNamed(change: NamedChange, subject: PlanSubject): FieldPlan {
  const before = namedValueOf(subject.issue, change.field);
  if (change.verb === 'swap') {
    const sought = soughtNamed(change, before, subject);
    if ('block' in sought) return blocked(sought.block);
    if (!sought.value) return nothing;
  }
  const target = targetOf(change, subject);
  if ('block' in target) return blocked(target.block);
  const after = target.value;
  if (before?.id === after?.id) return nothing;
  return { diff: { field: change.field, before, after }, blocks: [] };
}

/** Whether the issue holds the `from` of a swap. */
function soughtNamed(
  change: Extract<NamedChange, { verb: 'swap' }>,
  before: NamedValue | null,
  { issue, project }: PlanSubject,
): Found<boolean> {
  if (change.field !== 'status') return { value: before?.id === change.from.id };
  const held = before === null ? [] : [before];
  const sought = soughtValue(change.from, 'status', held, issue.projectId, project);
  return 'block' in sought ? sought : { value: sought.value !== null };
}

function targetOf(change: NamedChange, subject: PlanSubject): Found<NamedValue | null> {
  if (change.verb === 'clear') return { value: null };
  if (change.field === 'status') {
    return writableValue(change.to, 'status', subject.issue.projectId, subject.project);
  }
  return spaceValue(change.to, change.field, subject.reference, subject.project);
}

function planList(change: ListChange, { issue, project }: PlanSubject): FieldPlan {
  const { field } = change;
  const { projectId } = issue;
  const before = listValueOf(issue, field);

  /** `add` and `remove` become part of the diff, so that a run can merge into the list it finds. */
  const merged = (add: NamedValue[], remove: NamedValue[]): FieldPlan => {
    const after = mergeList(before, add, remove);
    if (sameIds(idsOf(before), idsOf(after))) return nothing;
    return { diff: { field, before, after, merge: true, add, remove }, blocks: [] };
  };
  const whole = (after: NamedValue[]): FieldPlan => {
    if (sameIds(idsOf(before), idsOf(after))) return nothing;
    const add = withoutIds(after, before);
    const remove = withoutIds(before, after);
    return { diff: { field, before, after, merge: false, add, remove }, blocks: [] };
  };

  switch (change.verb) {
    case 'clear':
      return whole([]);
    case 'set': {
      const { values, blocks } = collect(change.to.map((to) => writableValue(to, field, projectId, project)));
      return blocks.length > 0 ? blocked(...blocks) : whole(uniqueById(values));
    }
    case 'add': {
      const { values, blocks } = collect(
        change.values.map((to) => writableValue(to, field, projectId, project)),
      );
      return blocks.length > 0 ? blocked(...blocks) : merged(withoutIds(uniqueById(values), before), []);
    }
    case 'remove': {
      const sought = change.values.map((from) => soughtValue(from, field, before, projectId, project));
      const { values, blocks } = collect(sought);
      const held = values.filter((value) => value !== null);
      return blocks.length > 0 ? blocked(...blocks) : merged([], uniqueById(held));
    }
    case 'swap': {
      const from = soughtValue(change.from, field, before, projectId, project);
      if ('block' in from) return blocked(from.block);
      if (from.value === null) return nothing;
      const to = writableValue(change.to, field, projectId, project);
      return 'block' in to ? blocked(to.block) : merged([to.value], [from.value]);
    }
  }
}

function collect<T>(found: Found<T>[]): { values: T[]; blocks: PlanBlock[] } {
  return {
    values: found.flatMap((one) => ('value' in one ? [one.value] : [])),
    blocks: found.flatMap((one) => ('block' in one ? [one.block] : [])),
  };
}

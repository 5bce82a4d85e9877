import type { LabelledId } from '@/lib/bulk/changes';
import type { Overdue } from '@/lib/bulk/operations/overdue-schema';
import type { ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import { marking } from './marking-status';
import { NOBODY, type OverdueForm } from './overdue-form';

/** Most days that an issue can be asked to be late. */
export const MOST_LATE = 3650;
/** Most working days that due dates can move. */
export const MOST_DAYS = 60;

/** A whole number from 1 as typed; null for anything else. */
export function numberOf(typed: string, most: number): number | null {
  const number = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= most ? number : null;
}

/** The status of a project that marks its issues: as chosen, else as suggested; null for none. */
export function statusOf(form: OverdueForm, project: ProjectReference): LabelledId | null {
  const chosen = form.status[String(project.id)];
  return named(project.statuses, chosen === undefined ? marking(project) : chosen);
}

export function categoryOf(form: OverdueForm, project: ProjectReference): LabelledId | null {
  return named(project.categories, form.category[String(project.id)] ?? null);
}

export function priorityOf(form: OverdueForm, { priorities }: SpaceReference): LabelledId | null {
  return named(priorities, form.priority);
}

/** What is no longer there is not chosen. */
function named(values: readonly { id: number; name: string }[], id: number | null): LabelledId | null {
  const found = values.find((value) => value.id === id);
  return found === undefined ? null : { id: found.id, label: found.name };
}

/**
 * What is stored with the plan. A number that is not one yet counts as the least there is, a day that is missing as none:
 * the page does not send these.
 *
 * @param late projects of the overdue issues: those that are meant unless the person chose
 */
export function decisionsOf(
  form: OverdueForm,
  late: readonly ProjectReference[],
  { reference, lang }: { reference: SpaceReference; lang: Overdue['lang'] },
): Overdue {
  const { scope, comment } = form;
  // An empty list would mean any; here it means that every box is empty.
  const none = [scope.assigneeIds, scope.issueTypeIds, scope.statusIds].some((ids) => ids?.length === 0);
  const projects = late.filter(
    ({ id }) => !none && (scope.projectIds === null || scope.projectIds.includes(id)),
  );
  return {
    kind: 'overdue',
    scope: {
      projectIds: projects.map(({ id }) => id),
      assigneeIds: (scope.assigneeIds ?? []).map((id) => (id === NOBODY ? null : id)),
      issueTypeIds: [...(scope.issueTypeIds ?? [])],
      statusIds: [...(scope.statusIds ?? [])],
      daysLate: numberOf(scope.daysLate, MOST_LATE) ?? 1,
      leftOut: [...scope.leftOut],
    },
    mark: {
      status: byProject(projects, (project) => statusOf(form, project)),
      category: byProject(projects, (project) => categoryOf(form, project)),
      priority: priorityOf(form, reference),
      comment: comment.on ? comment.text.trim() || null : null,
    },
    due: dueOf(form),
    lang,
  };
}

function byProject(
  projects: readonly ProjectReference[],
  markOf: (project: ProjectReference) => LabelledId | null,
): Overdue['mark']['status'] {
  const chosen = projects.flatMap((project) => {
    const value = markOf(project);
    return value === null ? [] : [[String(project.id), value] as const];
  });
  return chosen.length === 0 ? null : Object.fromEntries(chosen);
}

function dueOf({ due }: OverdueForm): Overdue['due'] {
  const days = numberOf(due.days, MOST_DAYS);
  if (due.to === 'day') return due.day === '' ? null : { to: 'day', day: due.day };
  return due.to === 'workingDays' && days !== null ? { to: 'workingDays', days } : null;
}

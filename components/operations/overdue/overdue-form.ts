import type { Overdue } from '@/lib/bulk/operations/overdue-schema';

/** Stands for "nobody" among the ids of people, which are never negative. */
export const NOBODY = -1;

/** Which overdue issues are meant; null means any. */
export interface ScopeForm {
  projectIds: readonly number[] | null;
  /** May hold `NOBODY`. */
  assigneeIds: readonly number[] | null;
  issueTypeIds: readonly number[] | null;
  statusIds: readonly number[] | null;
  /** As typed. */
  daysLate: string;
  /** Issues whose box is empty. */
  leftOut: readonly number[];
}

/** Project id → id of the value there, null for none; a project that is missing has the suggested value. */
export type ProjectChoice = Readonly<Record<string, number | null>>;

/** Everything a person enters on the page. */
export interface OverdueForm {
  /** Projects that are read; empty means every joined one. */
  readIn: readonly number[];
  scope: ScopeForm;
  status: ProjectChoice;
  category: ProjectChoice;
  priority: number | null;
  /** The template as it is stored: with `{{due}}` and so on. */
  comment: { on: boolean; text: string };
  /** What was typed for one way to move the date stays while another is looked at. */
  due: { to: 'keep' | 'day' | 'workingDays'; day: string; days: string };
}

/** @param template the comment that is offered, in the reader's language */
export function emptyForm(template: string): OverdueForm {
  return {
    readIn: [],
    scope: {
      projectIds: null,
      assigneeIds: null,
      issueTypeIds: null,
      statusIds: null,
      daysLate: '1',
      leftOut: [],
    },
    status: {},
    category: {},
    priority: null,
    comment: { on: false, text: template },
    due: { to: 'keep', day: '', days: '3' },
  };
}

/**
 * The form that a plan was made of.
 *
 * @param template the comment that is offered where the plan has none
 */
export function formOf({ scope, mark, due }: Overdue, template: string): OverdueForm {
  const empty = emptyForm(template);
  const orAny = (ids: readonly number[]) => (ids.length > 0 ? ids : null);
  // A project of the plan without a mark had none: the suggestion must not come back.
  const chosen = (values: Overdue['mark']['status']) =>
    Object.fromEntries(scope.projectIds.map((id) => [String(id), values?.[String(id)]?.id ?? null] as const));
  return {
    ...empty,
    scope: {
      projectIds: scope.projectIds,
      assigneeIds: orAny(scope.assigneeIds.map((id) => id ?? NOBODY)),
      issueTypeIds: orAny(scope.issueTypeIds),
      statusIds: orAny(scope.statusIds),
      daysLate: String(scope.daysLate),
      leftOut: scope.leftOut,
    },
    status: chosen(mark.status),
    category: chosen(mark.category),
    priority: mark.priority?.id ?? null,
    comment: { on: mark.comment !== null, text: mark.comment ?? template },
    due: {
      to: due?.to ?? 'keep',
      day: due?.to === 'day' ? due.day : '',
      days: due?.to === 'workingDays' ? String(due.days) : empty.due.days,
    },
  };
}

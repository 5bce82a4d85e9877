import type { LabelledId } from '@/lib/bulk/changes';
import { successorsOf } from '@/lib/bulk/operations/assign-successors';
import type { Handover, Split } from '@/lib/bulk/operations/handover-schema';
import { emptyForm, type HandoverForm } from './handover-form';

/** Least and most working days that due dates can move. */
export const MOST_DAYS = 60;

/** The working days as typed; null for what is no number from 1 to 60. */
export function daysOf(typed: string): number | null {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : null;
}

/** What is stored with the plan. */
export function operationOf(
  form: HandoverForm,
  from: LabelledId,
  split: Split,
  context: { /** Projects of the leaver's issues. */ heldIn: readonly number[]; lang: Handover['lang'] },
): Handover {
  const { scope, due, comment, notify } = form;
  const days = daysOf(due.days);
  const text = comment.text.trim();
  return {
    kind: 'handover',
    from,
    scope: {
      projectIds: [...(scope.projectIds ?? context.heldIn)],
      statusIds: [...(scope.statusIds ?? [])],
      issueTypeIds: [...scope.issueTypeIds],
      milestoneIds: [...scope.milestoneIds],
      dueDateSince: scope.dueDateSince,
      dueDateUntil: scope.dueDateUntil,
      leftOut: [...scope.leftOut],
    },
    split,
    due: due.shift && days !== null ? { workingDays: days, which: due.which } : null,
    reopen: form.reopen,
    comment: comment.on && text !== '' ? text : null,
    notify: { creator: notify.creator, people: [...notify.people] },
    lang: context.lang,
  };
}

/**
 * The form that a plan was made of.
 *
 * @param template the comment that is offered where the plan has none
 */
export function formOf(operation: Handover, template: string): HandoverForm {
  const { from, scope, split, due, comment, notify, reopen } = operation;
  const idOf = (people: Readonly<Record<string, LabelledId>>) =>
    Object.fromEntries(Object.entries(people).map(([key, { id }]) => [key, id]));
  const empty = emptyForm(from.id, template);
  return {
    ...empty,
    to: successorsOf(split).map(({ id }) => id),
    by: split.by,
    one: split.by === 'one' ? split.to.id : null,
    byProject: split.by === 'project' ? idOf(split.byProject) : {},
    rules: split.by === 'category' ? split.rules.map((rule) => ({ ...rule, to: rule.to.id })) : null,
    rest: split.by === 'category' ? split.else.id : null,
    byIssue: split.by === 'issue' ? idOf(split.byIssue) : {},
    measure: split.by === 'level' ? split.measure : 'issues',
    scope: { ...scope, statusIds: scope.statusIds.length > 0 ? scope.statusIds : null },
    due: due === null ? empty.due : { shift: true, days: String(due.workingDays), which: due.which },
    reopen,
    comment: { on: comment !== null, text: comment ?? template },
    notify: { creator: notify.creator, people: notify.people },
  };
}

import type { LabelledId } from '@/lib/bulk/changes';
import type { LevelMeasure } from '@/lib/bulk/operations/assign-successors';
import type { Split } from '@/lib/bulk/operations/handover-schema';

/** Issues with one of these categories go to one person. */
export interface CategoryRule {
  label: string;
  categoryIds: readonly number[];
  /** Null: the person who had it was taken out of the successors. */
  to: number | null;
}

/** Which of the leaver's issues go; null means any. */
export interface ScopeChoice {
  projectIds: readonly number[] | null;
  statusIds: readonly number[] | null;
  /** Empty means any. */
  issueTypeIds: readonly number[];
  /** Empty means any. */
  milestoneIds: readonly number[];
  /** yyyy-MM-dd */
  dueDateSince: string | null;
  /** yyyy-MM-dd */
  dueDateUntil: string | null;
  /** Issues whose box is empty. */
  leftOut: readonly number[];
}

/** Everything a person enters on the page; people stand as ids. */
export interface HandoverForm {
  /** Projects that are read; empty means every joined one. */
  readIn: readonly number[];
  from: number | null;
  to: readonly number[];
  by: Split['by'];
  /** Who gets everything; null: the first successor. */
  one: number | null;
  /** Project id → successor; a project that is missing gets the suggested one. */
  byProject: Readonly<Record<string, number | null>>;
  /** Null: the suggested ones. */
  rules: readonly CategoryRule[] | null;
  /** For issues that no rule names; null: the first successor. */
  rest: number | null;
  /** Issue id → successor. */
  byIssue: Readonly<Record<string, number>>;
  measure: LevelMeasure;
  scope: ScopeChoice;
  due: { shift: boolean /** As typed. */; days: string; which: 'overdue' | 'all' };
  reopen: boolean;
  /** The template as it is stored: with `{{from}}` and so on. */
  comment: { on: boolean; text: string };
  notify: { creator: boolean; people: readonly LabelledId[] };
}

export const anyScope: ScopeChoice = {
  projectIds: null,
  statusIds: null,
  issueTypeIds: [],
  milestoneIds: [],
  dueDateSince: null,
  dueDateUntil: null,
  leftOut: [],
};

/** @param template the comment that is offered, in the reader's language */
export function emptyForm(from: number | null, template: string): HandoverForm {
  return {
    readIn: [],
    from,
    to: [],
    by: 'one',
    one: null,
    byProject: {},
    rules: null,
    rest: null,
    byIssue: {},
    measure: 'issues',
    scope: anyScope,
    due: { shift: false, days: '3', which: 'overdue' },
    reopen: false,
    comment: { on: false, text: template },
    notify: { creator: false, people: [] },
  };
}

/** Another leaver has other issues: what was said about the old ones no longer means anything. */
export function withLeaver(form: HandoverForm, from: number): HandoverForm {
  return { ...form, from, scope: anyScope, byProject: {}, rules: null, byIssue: {} };
}

/** Successors anew; who is no longer one is taken out wherever they stood, and the place is left empty. */
export function withSuccessors(form: HandoverForm, to: readonly number[]): HandoverForm {
  const stays = (id: number | null) => (id !== null && to.includes(id) ? id : null);
  return {
    ...form,
    to,
    one: stays(form.one),
    rest: stays(form.rest),
    byProject: Object.fromEntries(Object.entries(form.byProject).map(([key, id]) => [key, stays(id)])),
    rules: form.rules?.map((rule) => ({ ...rule, to: stays(rule.to) })) ?? null,
    byIssue: Object.fromEntries(Object.entries(form.byIssue).filter(([, id]) => to.includes(id))),
  };
}

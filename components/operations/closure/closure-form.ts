import type { Closure, ClosureDecision, Destination, LabelledId } from './closure-data';

/** What was decided for one issue; `to` is left out while it goes where its column goes. */
export type RowDecision = Partial<ClosureDecision>;

export type NextChoice =
  | { kind: 'existing'; milestone: LabelledId }
  /** Days as in the date fields: empty or yyyy-MM-dd. */
  | { kind: 'new'; name: string; startDate: string; dueDate: string }
  | { kind: 'none' };

export interface ReportForm {
  wiki: boolean;
  /** Null: the suggested one. */
  name: string | null;
  comment: boolean;
  /** Key of the issue that gets the comment, as typed. */
  key: string;
  /** The issue of that key, once it was found. */
  issue: LabelledId | null;
  /** Null: the one made from the figures. */
  text: string | null;
  /** The one that the figures made when a person last wrote in it; left out where nobody knows. */
  of?: string;
}

/** Everything a person decides about a closure. */
export interface ClosureForm {
  /** Null: as the project's setting says. */
  resolvedIsDone: boolean | null;
  /** Null: the suggestion. */
  next: NextChoice | null;
  /** Where unfinished issues go. */
  unfinished: Destination;
  /** Issue id → decision of its own. */
  decisions: Readonly<Record<string, RowDecision>>;
  /** Issues that stay as they are; what was decided for them counts again once they are taken in. */
  leftOut: readonly number[];
  /** 完了理由 of what is closed; null: 対応済み. */
  resolution: LabelledId | null;
  moveDueDates: boolean;
  archive: boolean;
  report: ReportForm;
}

export const emptyForm: ClosureForm = {
  resolvedIsDone: null,
  next: null,
  unfinished: 'next',
  decisions: {},
  leftOut: [],
  resolution: null,
  moveDueDates: false,
  archive: true,
  report: { wiki: false, name: null, comment: false, key: '', issue: null, text: null },
};

/** The form that a plan was made of. */
export function formOf(closure: Closure): ClosureForm {
  const { next, report } = closure;
  const { wiki, comment } = report;
  return {
    resolvedIsDone: closure.resolvedIsDone,
    next:
      next === null
        ? { kind: 'none' }
        : next.kind === 'new'
          ? { ...next, startDate: next.startDate ?? '', dueDate: next.dueDate ?? '' }
          : next,
    unfinished: closure.unfinished,
    decisions: closure.decisions,
    leftOut: closure.leftOut,
    resolution: closure.resolution,
    moveDueDates: closure.moveDueDates,
    archive: closure.archive,
    report: {
      wiki: wiki !== null,
      name: wiki?.name ?? null,
      comment: comment !== null,
      key: comment?.issueKey ?? '',
      issue: comment ? { id: comment.issueId, label: comment.issueKey } : null,
      text: wiki?.content ?? comment?.content ?? null,
    },
  };
}

/** One more decision for these issues; a part that is `undefined` is taken back. A destination takes an issue in. */
export function withDecision(
  form: ClosureForm,
  issueIds: readonly number[],
  change: { [K in keyof RowDecision]?: RowDecision[K] | undefined },
): ClosureForm {
  const decisions: Record<string, RowDecision> = { ...form.decisions };
  for (const id of issueIds) {
    const merged = { ...decisions[String(id)], ...change };
    const kept: RowDecision = {
      ...(merged.to === undefined ? {} : { to: merged.to }),
      ...(merged.assignee === undefined ? {} : { assignee: merged.assignee }),
      ...(merged.resolution === undefined ? {} : { resolution: merged.resolution }),
    };
    if (Object.keys(kept).length === 0) delete decisions[String(id)];
    else decisions[String(id)] = kept;
  }
  const decided = { ...form, decisions };
  return change.to === undefined ? decided : takenIn(decided, issueIds);
}

/** These issues take part again. */
export function takenIn(form: ClosureForm, issueIds: readonly number[]): ClosureForm {
  const back = new Set(issueIds);
  return { ...form, leftOut: form.leftOut.filter((id) => !back.has(id)) };
}

import type { LabelledId } from '@/lib/bulk/changes';
import { daysOf } from './form-operation';
import type { HandoverForm } from './handover-form';
import type { Candidate } from './people';
import type { SplitChoice } from './split-choice';

/** Longest comment template. */
export const MOST_COMMENT = 10_000;

/** Part of the page that a problem belongs to. */
export type ProblemPlace = 'from' | 'to' | 'split' | 'scope' | 'due' | 'comment';

export type ProblemCode =
  | 'chooseFrom'
  | 'nothingHeld'
  | 'chooseTo'
  | 'toSelf'
  | 'toNowhere'
  | 'needsTwo'
  | 'ruleEmpty'
  | 'nobodyNamed'
  | 'nothingGoes'
  | 'days'
  | 'commentEmpty'
  | 'commentTooLong';

/** Why no preview can be made. */
export interface Problem {
  at: ProblemPlace;
  code: ProblemCode;
  values: { name: string; projects: string; count: number };
  /** Stands at its field at once: something there is wrong, not merely missing. */
  wrong: boolean;
}

interface Facts {
  form: HandoverForm;
  /** How many open issues the leaver holds. */
  held: number;
  /** How many of them go. */
  going: number;
  candidates: readonly Candidate[];
  choice: SplitChoice;
  /** The split is complete. */
  complete: boolean;
  personOf: (id: number) => LabelledId;
}

/** Everything that is in the way, in the order of the page. */
export function problemsOf({ form, held, going, candidates, choice, complete, personOf }: Facts): Problem[] {
  const problems: Problem[] = [];
  const none = { name: '', projects: '', count: 0 };
  const add = (
    at: ProblemPlace,
    code: ProblemCode,
    wrong: boolean,
    values: Partial<Problem['values']> = {},
  ) => problems.push({ at, code, wrong, values: { ...none, ...values } });
  const { from, to, by, due, comment } = form;
  if (from === null) add('from', 'chooseFrom', false);
  else if (held === 0) add('from', 'nothingHeld', true, { name: personOf(from).label });

  if (to.length === 0) add('to', 'chooseTo', false);
  for (const id of to) {
    const name = personOf(id).label;
    const candidate = candidates.find((one) => one.id === id);
    if (id === from) add('to', 'toSelf', true, { name });
    else if (candidate === undefined || candidate.nowhere)
      add('to', 'toNowhere', true, { name, projects: candidate?.lacking.join(' ') ?? '' });
  }

  const hole =
    by === 'category' && (choice.rest.to === null || choice.rules.some((rule) => rule.to === null));
  if (to.length > 0) {
    if (by === 'level' && to.length < 2) add('split', 'needsTwo', true);
    else if (hole) add('split', 'ruleEmpty', true);
    else if (!complete || (by === 'issue' && Object.keys(form.byIssue).length === 0))
      add('split', 'nobodyNamed', false);
  }

  if (held > 0 && going === 0) add('scope', 'nothingGoes', true, { count: held });
  if (due.shift && daysOf(due.days) === null) add('due', 'days', true);
  if (comment.on && comment.text.trim() === '') add('comment', 'commentEmpty', true);
  if (comment.on && comment.text.trim().length > MOST_COMMENT)
    add('comment', 'commentTooLong', true, { count: comment.text.trim().length });
  return problems;
}

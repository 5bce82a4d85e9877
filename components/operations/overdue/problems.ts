import { isSettableDay, textProblem } from '@/components/issues/composer/draft-limits';
import { MOST_DAYS, MOST_LATE, numberOf } from './overdue-decisions';
import type { OverdueForm } from './overdue-form';

/** Longest comment template. */
const MOST_COMMENT = 10_000;

/** Why no preview can be made, in the order of the page. */
export type Problem =
  | 'daysLate'
  | 'nothingLate'
  | 'nothingMeant'
  | 'nothingToDo'
  | 'commentEmpty'
  | 'commentTooLong'
  | 'commentUnstorable'
  | 'dayMissing'
  | 'dayWrong'
  | 'dayPast'
  | 'days';

interface Facts {
  form: OverdueForm;
  /** Issues that are late enough. */
  late: number;
  /** Those within the conditions and ticked. */
  taken: number;
  /** Something is chosen that could be done. */
  decided: boolean;
  /** yyyy-MM-dd in the space's zone. */
  today: string;
}

export function problemsOf({ form, late, taken, decided, today }: Facts): Problem[] {
  const { scope, due } = form;
  const problems: (Problem | null)[] = [
    numberOf(scope.daysLate, MOST_LATE) === null ? 'daysLate' : null,
    late === 0 ? 'nothingLate' : taken === 0 ? 'nothingMeant' : null,
    commentProblem(form),
    due.to === 'day' ? dayProblem(due.day, today) : null,
    due.to === 'workingDays' && numberOf(due.days, MOST_DAYS) === null ? 'days' : null,
    decided ? null : 'nothingToDo',
  ];
  return problems.filter((problem) => problem !== null);
}

function commentProblem({ comment }: OverdueForm): Problem | null {
  const text = comment.text.trim();
  if (!comment.on) return null;
  if (text === '') return 'commentEmpty';
  const problem = textProblem(text, MOST_COMMENT);
  if (problem === null) return null;
  return problem.code === 'tooLong' ? 'commentTooLong' : 'commentUnstorable';
}

function dayProblem(day: string, today: string): Problem | null {
  if (day === '') return 'dayMissing';
  if (!isSettableDay(day)) return 'dayWrong';
  return day < today ? 'dayPast' : null;
}

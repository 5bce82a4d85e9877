import type { ClosureForm } from './closure-form';
import type { ClosureCounts, ClosureRow } from './closure-rows';
import type { NewMilestoneProblem } from './new-milestone-problem';
import type { NextView } from './next-choice';

/** Why no preview can be made yet, in the order in which it is said. */
export type ClosureObstacle =
  | { code: 'readOnly' | 'reading' | 'noNext' | 'unknownNext' | 'newMilestone' }
  | { code: 'wikiName' | 'reportEmpty' | 'reportLong' | 'reportIssue' | 'nothing' }
  /** Somebody has to say where these go. */
  | { code: 'undecided'; key: string; more: number };

interface ObstacleFacts {
  canWrite: boolean;
  /** All issues are there. */
  complete: boolean;
  rows: readonly ClosureRow[];
  counts: ClosureCounts;
  form: ClosureForm;
  next: NextView | null;
  /** The suggestion has not come yet, and nothing was chosen. */
  nextUnknown: boolean;
  problem: NewMilestoneProblem | null;
  report: { name: string; content: string };
  /** Most characters of a report. */
  mostCharacters: number;
}

/** The first thing in the way of the preview; null when nothing is. */
export function closureObstacle(facts: ObstacleFacts): ClosureObstacle | null {
  const { rows, counts, form, next, report } = facts;
  if (!facts.canWrite) return { code: 'readOnly' };
  if (!facts.complete) return { code: 'reading' };
  if (counts.undecided > 0) {
    const first = rows.find(({ lane, to, leftOut }) => lane !== 'closed' && to === null && !leftOut);
    return { code: 'undecided', key: first?.issue.issueKey ?? '', more: counts.undecided - 1 };
  }
  if (facts.nextUnknown) return { code: 'unknownNext' };
  if (counts.next > 0 && next === null) return { code: 'noNext' };
  if (facts.problem !== null) return { code: 'newMilestone' };
  return reportObstacle(form, report, facts.mostCharacters) ?? nothingToDo(facts);
}

function reportObstacle(
  { report: { wiki, comment, issue } }: ClosureForm,
  { name, content }: ObstacleFacts['report'],
  mostCharacters: number,
): ClosureObstacle | null {
  if (!wiki && !comment) return null;
  if (wiki && name.trim() === '') return { code: 'wikiName' };
  if (content.trim() === '') return { code: 'reportEmpty' };
  if (content.length > mostCharacters) return { code: 'reportLong' };
  return comment && issue === null ? { code: 'reportIssue' } : null;
}

function nothingToDo({ rows, form, next }: ObstacleFacts): ClosureObstacle | null {
  const open = rows.some(({ lane, leftOut }) => lane !== 'closed' && !leftOut);
  const creates = next?.choice.kind === 'new';
  const { wiki, comment } = form.report;
  return open || creates || form.archive || wiki || comment ? null : { code: 'nothing' };
}

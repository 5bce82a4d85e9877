import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from '../changes';
import { OLD_RECORDS_TIMEZONE } from '../issue-values';
import type { PlanItem } from '../plan';
import { planRows, type RowWish } from '../plan-rows';
import { type ClosurePlace, closureChanges } from './closure-changes';
import { closureGoals, reportOtherwise } from './closure-goals';
import { goneBlock, withoutPurpose } from './closure-gone';
import { closureStages, nextPlace, withNext } from './closure-next';
import type { Closure, Destination } from './closure-schema';
import { closureStepRows } from './closure-steps';
import type { OperationInput } from './operation-input';

/**
 * Closes a milestone in stages: the next one is created, every open issue of the closed one goes where it was decided,
 * the report is written, and the closed milestone is archived if all of that went through.
 *
 * An issue that was closed or has left the milestone meanwhile is an unchanged row; one of `leftOut` is no row at all,
 * unless a fix takes it in or the report is written to it. No row takes away another milestone than the closed one,
 * whatever a fix says. The report's comment is part of its issue's row, and that whole row waits for the others: it is
 * not said before everything that it speaks of is done.
 */
export function planClosure(closure: Closure, input: OperationInput): PlanItem[] {
  const project = input.reference.projects.get(closure.projectId);
  if (project === undefined) return planRows(input, () => ({ changes: [] }));
  const { timezone = OLD_RECORDS_TIMEZONE } = input;
  const next = nextPlace(closure, project);
  const gone = goneBlock(closure, project);
  const place: ClosurePlace = { closure, project, next, timezone };
  const fixes = new Map([...(input.fixes ?? [])].map(([id, changes]) => [id, withoutMilestone(changes)]));
  const goals = closureGoals(closure, { ...input, fixes }, project);
  const otherwise = reportOtherwise(closure, { ...input, fixes }, project);
  const mark = { milestoneId: closure.milestone.id, otherwise };
  const { comment } = closure.report;
  // What was said with a row before was the report.
  const taken = new Map([...(input.taken ?? [])].map(([id, row]) => [id, { ...row, params: {} }]));
  const leftOut = new Set(closure.leftOut);
  const takenIn = (id: number) => fixes.has(id) && (input.added?.has(id) ?? true);

  function wishOf(issue: BacklogIssue): RowWish | null {
    const to = goals.get(issue.id);
    if (to === 'next' && next.block !== null) return { block: next.block };
    const own = to === undefined ? [] : closureChanges(to, issue, place);
    const said = comment?.issueId === issue.id ? [say(comment.content)] : [];
    if (leftOut.has(issue.id) && said.length === 0 && !takenIn(issue.id)) return null;
    if (said.length > 0 && gone !== null) return { block: gone };
    return {
      changes: [...own, ...said],
      stage: said.length > 0 ? closureStages.report : closureStages.issues,
    };
  }

  const unreported = unread(comment?.issueId, input.issues);
  const missingIds = [...input.missingIds, ...unreported];
  const rows = planRows(
    { ...input, fixes, taken, missingIds, reference: withNext(input.reference, closure) },
    wishOf,
  ).map((row) => {
    const unstaged = row.issueId === comment?.issueId ? closureStages.report : closureStages.issues;
    const staged = { ...row, stage: row.stage ?? unstaged };
    return publishes(closure, row) ? { ...staged, report: mark } : staged;
  });
  const ofStage = (stage: number) => rows.filter((row) => row.stage === stage);
  const { actorCanWrite } = input;
  const { create, wiki, archive } = closureStepRows(closure, project, { actorCanWrite, mark });
  const commented = ofStage(closureStages.report);
  const changes = ({ diffs }: PlanItem) => diffs.length > 0;
  return [
    ...withoutPurpose(create, rows, gone),
    ...sorted(ofStage(closureStages.issues), goals),
    // The page speaks of this issue, too.
    ...commented.filter(changes),
    ...withoutPurpose(wiki, rows, gone),
    ...commented.filter((row) => !changes(row)),
    ...archive,
  ];
}

function publishes({ report: { comment } }: Closure, { issueId, params }: PlanItem): boolean {
  return comment?.issueId === issueId && params.comment !== undefined;
}

/** What is closed first, then what goes on, then what goes nowhere; the rest as it came. */
function sorted(rows: readonly PlanItem[], goals: ReadonlyMap<number, Destination>): PlanItem[] {
  const order: readonly (Destination | undefined)[] = ['close', 'next', 'none', undefined];
  return order.flatMap((to) => rows.filter((row) => goals.get(row.issueId) === to));
}

function withoutMilestone(changes: readonly Change[]): Change[] {
  return changes.filter((change) => change.field !== 'milestone');
}

function say(text: string): Change {
  return { field: 'comment', verb: 'add', text };
}

/** The report's issue, if Backlog does not show it. */
function unread(issueId: number | undefined, issues: readonly BacklogIssue[]): number[] {
  return issueId === undefined || issues.some(({ id }) => id === issueId) ? [] : [issueId];
}

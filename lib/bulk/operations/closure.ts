import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from '../changes';
import { OLD_RECORDS_TIMEZONE } from '../issue-values';
import type { PlanItem } from '../plan';
import type { PlanProject } from '../plan-reference';
import { planRows, type RowWish } from '../plan-rows';
import { type ClosurePlace, closedByFix, closureChanges } from './closure-changes';
import { closureDestination } from './closure-destination';
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
 * whatever a fix says. The report's comment is part of its issue's row if that one changes, else it is a row by itself.
 */
export function planClosure(closure: Closure, input: OperationInput): PlanItem[] {
  const project = input.reference.projects.get(closure.projectId);
  if (project === undefined) return planRows(input, () => ({ changes: [] }));
  const { timezone = OLD_RECORDS_TIMEZONE } = input;
  const next = nextPlace(closure, project);
  const place: ClosurePlace = { closure, project, next, timezone };
  const fixes = new Map([...(input.fixes ?? [])].map(([id, changes]) => [id, withoutMilestone(changes)]));
  const goals = goalsOf(closure, { ...input, fixes }, project);
  const { comment } = closure.report;
  const leftOut = new Set(closure.leftOut);
  const takenIn = (id: number) => fixes.has(id) && (input.added?.has(id) ?? true);

  function wishOf(issue: BacklogIssue): RowWish | null {
    const to = goals.get(issue.id);
    if (to === 'next' && next.block !== null) return { block: next.block };
    const own = to === undefined ? [] : closureChanges(to, issue, place);
    const said = comment?.issueId === issue.id ? [say(comment.content)] : [];
    if (leftOut.has(issue.id) && said.length === 0 && !takenIn(issue.id)) return null;
    const saysOnly = said.length > 0 && own.length === 0 && !fixes.has(issue.id);
    return { changes: [...own, ...said], stage: saysOnly ? closureStages.report : closureStages.issues };
  }

  const unreported = unread(comment?.issueId, input.issues);
  const missingIds = [...input.missingIds, ...unreported];
  const rows = planRows(
    { ...input, fixes, missingIds, reference: withNext(input.reference, closure) },
    wishOf,
  ).map((row) => {
    const unstaged = unreported.includes(row.issueId) ? closureStages.report : closureStages.issues;
    return { ...row, stage: row.stage ?? unstaged };
  });
  const ofStage = (stage: number) => rows.filter((row) => row.stage === stage);
  const { create, wiki, archive } = closureStepRows(closure, project, input.actorCanWrite);
  return [
    ...create,
    ...sorted(ofStage(closureStages.issues), goals),
    ...wiki,
    ...ofStage(closureStages.report),
    ...archive,
  ];
}

/** Where the open issues of the milestone go; not of those that only fixes or the report speak of, or that stay. */
function goalsOf(
  closure: Closure,
  { issues, besides, fixes }: OperationInput,
  { statuses }: PlanProject,
): Map<number, Destination> {
  const goals = new Map<number, Destination>();
  const aside = new Set([...besides, ...closure.leftOut]);
  for (const issue of issues) {
    const holds = issue.milestone.some(({ id }) => id === closure.milestone.id);
    if (aside.has(issue.id) || issue.projectId !== closure.projectId || !holds) continue;
    const to = closureDestination({ id: issue.id, statusId: issue.status.id }, closure, statuses);
    if (to === null) continue;
    goals.set(issue.id, closedByFix(fixes?.get(issue.id) ?? [], closure.projectId) ? 'close' : to);
  }
  return goals;
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

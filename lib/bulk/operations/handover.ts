import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { LabelledId } from '../change-parts';
import type { Change } from '../changes';
import { dateValueOf, OLD_RECORDS_TIMEZONE } from '../issue-values';
import { namedDiff } from '../named-diff';
import type { PlanBlock, PlanItem } from '../plan';
import { planRows } from '../plan-rows';
import { type Assignment, assignSuccessors, type HandoverPlace, successorsOf } from './assign-successors';
import { handoverComment } from './handover-comment';
import { shiftedDue } from './handover-due';
import type { Handover } from './handover-schema';
import type { HandedIssue } from './level-issues';
import type { OperationInput } from './operation-input';

/**
 * Hands the open issues of one person over. Only what the leaver still holds is touched: an issue that somebody has
 * taken over or closed meanwhile is an unchanged row, one of `leftOut` is no row at all. No row leaves an issue without
 * an assignee or gives it to somebody outside its project, whatever the split or a fix says: it is blocked instead.
 */
export function planHandover(operation: Handover, input: OperationInput): PlanItem[] {
  const { from, scope, split } = operation;
  const leftOut = new Set(scope.leftOut);
  const held = new Map(
    input.issues.flatMap((issue) => (isHeld(issue, from) ? [[issue.id, issue] as const] : [])),
  );
  const handed = [...held.values()].filter((issue) => !leftOut.has(issue.id) && !input.besides.has(issue.id));
  const place: HandoverPlace = {
    membersOf: (projectId) => input.reference.projects.get(projectId)?.memberIds ?? new Set(),
    load: input.load,
  };
  const assigned = assignSuccessors(split, handed.map(handedIssueOf), place);
  // A handover takes issues from its leaver only.
  const fixes = new Map(
    [...(input.fixes ?? [])].map(([id, changes]) => [id, held.has(id) ? changes : withoutAssignee(changes)]),
  );
  return planRows({ ...input, fixes, lint: { ...input.lint, handover: true } }, (issue) => {
    const besides = input.besides.has(issue.id);
    if (leftOut.has(issue.id) && !besides) return null;
    const fixed = fixes.get(issue.id) ?? [];
    const fixedTo = assigneeOf(fixed, from);
    const planned = assigned.get(issue.id);
    const wanted = fixedTo === undefined && planned === undefined ? takenTo(issue, input) : fixedTo;
    const assignment = wanted === undefined ? planned : asAssignment(wanted, issue, place);
    if (assignment === undefined) return { changes: [] };
    // Levelling had the choice among all of them.
    const meant = split.by === 'level' && assignment === planned ? successorsOf(split) : [];
    if ('block' in assignment || assignment.to.id === from.id) {
      return { block: blockOf(assignment, meant, issue, operation, input) };
    }
    return { changes: besides ? [] : changesOf(issue, assignment.to, fixed, operation, input) };
  });
}

/** Open, and still the leaver's. */
function isHeld({ assignee, status }: BacklogIssue, from: LabelledId): boolean {
  return assignee?.id === from.id && status.id !== defaultStatuses.closed;
}

function handedIssueOf({ id, projectId, category, estimatedHours }: BacklogIssue): HandedIssue {
  return { id, projectId, categoryIds: category.map((one) => one.id), estimatedHours };
}

function withoutAssignee(changes: readonly Change[]): readonly Change[] {
  return changes.filter((change) => change.field !== 'assignee');
}

/** Whom a fix names for an issue of the leaver; null for nobody, undefined where it does not speak of it. */
function assigneeOf(fixes: readonly Change[], from: LabelledId): LabelledId | null | undefined {
  for (const change of fixes) {
    if (change.field !== 'assignee') continue;
    if (change.verb === 'set' || (change.verb === 'swap' && change.from.id === from.id)) return change.to;
    return null;
  }
  return undefined;
}

/** Whom the person gave an issue that somebody else has taken over; undefined where they did not. */
function takenTo({ id }: BacklogIssue, { taken }: OperationInput): LabelledId | undefined {
  const to = namedDiff(taken?.get(id)?.diffs ?? [], 'assignee')?.after ?? null;
  return to === null ? undefined : { id: to.id, label: to.name };
}

function asAssignment(to: LabelledId | null, { projectId }: BacklogIssue, place: HandoverPlace): Assignment {
  if (to === null) return { block: 'NO_SUCCESSOR' };
  return place.membersOf(projectId).has(to.id) ? { to } : { block: 'SUCCESSOR_NOT_MEMBER', to };
}

/** @param meant all who could have received it; empty for the one of the assignment */
function blockOf(
  assignment: Assignment,
  meant: readonly LabelledId[],
  { projectId }: BacklogIssue,
  { lang }: Handover,
  { reference }: OperationInput,
): PlanBlock {
  // Also an issue that is to go to the leaver: it would stay where it is.
  if (!('block' in assignment) || assignment.block === 'NO_SUCCESSOR') {
    return { code: 'NO_SUCCESSOR', values: {} };
  }
  const people = meant.length > 0 ? meant : [assignment.to];
  const assignee = people.map((person) => person.label).join(lang === 'ja' ? '、' : ', ');
  const project = reference.projects.get(projectId)?.projectKey ?? '';
  return { code: 'SUCCESSOR_NOT_MEMBER', values: { assignee, project } };
}

/** @param fixed what a person added for this issue: the comment tells the due date that it is going to have */
function changesOf(
  issue: BacklogIssue,
  to: LabelledId,
  fixed: readonly Change[],
  operation: Handover,
  input: OperationInput,
): Change[] {
  const { due: shift, reopen, comment, lang, from } = operation;
  const before = dateValueOf(issue, 'dueDate', input.timezone ?? OLD_RECORDS_TIMEZONE);
  const due = shiftedDue(before, input, shift);
  const changes: Change[] = [{ field: 'assignee', verb: 'set', to }];
  if (due !== null && due !== before) changes.push({ field: 'dueDate', verb: 'set', to: due });
  if (reopen && issue.status.id === defaultStatuses.inProgress) changes.push(reopened(issue, input));
  if (comment !== null) {
    const values = { from: from.label, to: to.label, due: dueWith(fixed, due), key: issue.issueKey };
    changes.push({ field: 'comment', verb: 'add', text: handoverComment(comment, values, lang) });
  }
  const people = toldOf(issue, operation, input);
  if (people.length > 0) changes.push({ field: 'notify', verb: 'add', people });
  return changes;
}

function reopened({ projectId }: BacklogIssue, { reference }: OperationInput): Change {
  const { open } = defaultStatuses;
  const status = reference.projects.get(projectId)?.statuses.find((one) => one.id === open);
  const to = { label: status?.name ?? '未対応', byProject: { [projectId]: open } };
  return { field: 'status', verb: 'set', to };
}

function dueWith(fixed: readonly Change[], planned: string | null): string | null {
  for (const change of fixed) {
    if (change.field === 'dueDate') return change.verb === 'set' ? change.to : null;
  }
  return planned;
}

/** Members of the project only: Backlog refuses the whole update for anybody else. */
function toldOf(
  { projectId, createdUser }: BacklogIssue,
  { notify }: Handover,
  { reference, lint }: OperationInput,
): LabelledId[] {
  const members = reference.projects.get(projectId)?.memberIds ?? new Set();
  const byOthers = notify.creator && createdUser.id !== lint?.actorId;
  const creator = byOthers ? [{ id: createdUser.id, label: createdUser.name }] : [];
  const unique = new Map([...creator, ...notify.people].map((person) => [person.id, person]));
  return [...unique.values()].filter((person) => members.has(person.id));
}

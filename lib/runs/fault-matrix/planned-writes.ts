import { isWikiStep, type MilestoneStep, type PlanStep, type WikiStep } from '@/lib/bulk';
import type { JudgedRun, ReceivedRequest } from './judge';

/** Names one row of one person. */
export function keyOf(userId: number, issueId: number): string {
  return `${userId} ${issueId}`;
}

/** The row that a writing request belongs to; null when no plan of this person speaks of it. */
export function attribute(write: ReceivedRequest, runs: readonly JudgedRun[]): string | null {
  const found = rowsOf(write, runs)[0];
  return found === undefined || write.userId === null ? null : keyOf(write.userId, found.item.issueId);
}

/** Every row of the person's plans that the request may carry out; several when plans overlap. */
export function rowsOf(
  write: ReceivedRequest,
  runs: readonly JudgedRun[],
): { item: JudgedRun['planItems'][number]; run: JudgedRun }[] {
  return runs.flatMap((run) =>
    run.userId !== write.userId
      ? []
      : rowsAt(run, write)
          .filter((item) => item.included)
          .map((item) => ({ item, run })),
  );
}

const byIssue = new WeakMap<JudgedRun, Map<number, JudgedRun['planItems'][number]>>();

function rowsAt(run: JudgedRun, write: ReceivedRequest): JudgedRun['planItems'][number][] {
  const issue = /^\/api\/v2\/issues\/(\d+)$/.exec(write.path)?.[1];
  if (issue === undefined)
    return run.planItems.filter((item) => item.step !== undefined && isStep(item.step, run, write));
  const rows = byIssue.get(run) ?? new Map(run.planItems.map((item) => [item.issueId, item]));
  byIssue.set(run, rows);
  const item = write.method === 'PATCH' ? rows.get(Number(issue)) : undefined;
  return item === undefined ? [] : [item];
}

function isStep(step: PlanStep, run: JudgedRun, write: ReceivedRequest): boolean {
  return isWikiStep(step) ? isWikiWrite(step, write) : isMilestoneWrite(step, run, write);
}

function isWikiWrite(step: WikiStep, write: ReceivedRequest): boolean {
  if (step.kind === 'deleteWiki')
    return write.method === 'DELETE' && write.path === `/api/v2/wikis/${step.wikiId}`;
  const form = new URLSearchParams(write.body ?? '');
  return (
    write.method === 'POST' &&
    write.path === '/api/v2/wikis' &&
    form.get('projectId') === String(step.projectId) &&
    form.get('name') === step.name
  );
}

function isMilestoneWrite(step: MilestoneStep, run: JudgedRun, write: ReceivedRequest): boolean {
  const path = /^\/api\/v2\/projects\/([^/]+)\/versions(?:\/(\d+))?$/.exec(write.path);
  if (path === null || path[1] !== String(step.projectId)) return false;
  const form = new URLSearchParams(write.body ?? '');
  if (step.kind === 'createMilestone')
    return write.method === 'POST' && path[2] === undefined && form.get('name') === step.name;
  if (path[2] !== String(realId(step.milestoneId, run))) return false;
  return step.kind === 'deleteMilestone'
    ? write.method === 'DELETE'
    : write.method === 'PATCH' && form.get('archived') === String(step.archived);
}

/** What a negative id stands for: the thing that the step of that number created. */
export function realId(id: number, run: JudgedRun): number {
  return id >= 0 ? id : (run.runItems.find((item) => item.issueId === id)?.createdId ?? id);
}

import { PRIORITIES, RESOLUTIONS } from '../wire/fixed-names';
import { carryOverComments, closingComments, englishComments, progressComments } from './content/comments';
import { addDays, daysBetween, instantAt } from './dates';
import { CLOSED, change, type DraftEvent, type IssueDraft, type SeedScope, workers } from './draft';
import type { Prng } from './prng';
import type { ProjectSeed } from './project-seed';

const MINUTE = 60_000;

interface Span {
  readonly firstDay: string;
  /** Days until the last day. */
  readonly length: number;
}

/** The Japanese calendar day of an instant. */
export function jstDay(at: number): string {
  return new Date(at + 9 * 60 * MINUTE).toISOString().slice(0, 10);
}

/** The last moment a seed writes of: 20:00 of the day before, Japanese time. */
export function lastMoment(today: string): number {
  return Date.parse(instantAt(addDays(today, -1), 20 * 60));
}

/** A working-hours instant on a day, never after the last moment. */
export function workingInstant(scope: SeedScope, day: string): number {
  const at = Date.parse(instantAt(day, scope.prng.int(9 * 60, 19 * 60), scope.prng.int(0, 59)));
  return Math.min(at, lastMoment(scope.today));
}

/** The name of a status as changeLogs show it. */
export function statusName(project: ProjectSeed, id: number): string {
  const fixed = ['未対応', '処理中', '処理済み', '完了'][id - 1];
  return fixed ?? project.customStatuses.find((status) => status.id === id)?.name ?? '';
}

function comment(prng: Prng, project: ProjectSeed, userId: number): string {
  const author = project.members.find((member) => member.id === userId);
  if (author?.lang === 'en') return prng.pick(englishComments);
  const others = project.members.filter((member) => member.id !== userId);
  return prng.pick(progressComments).replaceAll('{name}', prng.pick(others).name);
}

/** The statuses an issue went through to reach its present one, the first included. */
function route(prng: Prng, draft: IssueDraft): number[] {
  if (draft.statusId === 1) return [1];
  if (draft.statusId === 2) return [1, 2];
  const [custom] = prng.shuffle(draft.project.customStatuses);
  if (draft.statusId === 3) return [1, 2, 3];
  if (draft.statusId !== CLOSED) return [1, 2, draft.statusId];
  if (custom && prng.chance(0.2)) return [1, 2, custom.id, 3, CLOSED];
  return prng.weighted([
    [[1, 2, 3, CLOSED], 6],
    [[1, 2, CLOSED], 3],
    [[1, CLOSED], 1],
  ]);
}

function statusEvents(scope: SeedScope, draft: IssueDraft, span: Span): DraftEvent[] {
  const { prng } = scope;
  const steps = route(prng, draft);
  const days = steps.slice(2).map(() => addDays(span.firstDay, prng.int(0, span.length)));
  const ordered = [...days.sort(), addDays(span.firstDay, span.length)];
  const userId = draft.assigneeId ?? draft.createdUserId;
  let earliest = draft.created;
  return steps.slice(1).map((to, index) => {
    const from = steps[index] ?? 1;
    earliest = Math.max(earliest + 5 * MINUTE, workingInstant(scope, ordered[index] ?? span.firstDay));
    const changes = [change('status', statusName(draft.project, from), statusName(draft.project, to))];
    const resolution = RESOLUTIONS.find((row) => row.id === draft.resolutionId)?.name.ja;
    if (to === CLOSED && resolution !== undefined) changes.push(change('resolution', null, resolution));
    if (to === CLOSED && draft.actualHours !== null) {
      changes.push(change('actualHours', null, String(draft.actualHours)));
    }
    const content = to === CLOSED && prng.chance(0.5) ? prng.pick(closingComments) : null;
    return { at: earliest, userId, content, changes };
  });
}

/** A change that was made on the way, such as another due date or assignee. */
function detour(scope: SeedScope, draft: IssueDraft, day: string): DraftEvent {
  const { prng } = scope;
  const userId = prng.pick(workers(draft.project));
  const at = workingInstant(scope, day);
  const assignee = draft.project.members.find((member) => member.id === draft.assigneeId);
  const before = prng.pick(draft.project.members);
  if (assignee && before.id !== assignee.id && before.roleType <= 2 && prng.chance(0.3)) {
    return { at, userId, content: null, changes: [change('assigner', before.name, assignee.name)] };
  }
  if (draft.dueDate !== null && prng.chance(0.4)) {
    const was = addDays(draft.dueDate, -prng.int(2, 14)).replaceAll('-', '/');
    return {
      at,
      userId,
      content: null,
      changes: [change('limitDate', was, draft.dueDate.replaceAll('-', '/'))],
    };
  }
  const priority = PRIORITIES.find((row) => row.id === draft.priorityId)?.name.ja;
  if (priority !== undefined && draft.priorityId !== 3 && prng.chance(0.3)) {
    return { at, userId, content: null, changes: [change('priority', '中', priority)] };
  }
  return { at, userId, content: comment(prng, draft.project, userId), changes: [] };
}

/** Writes the changes and comments between an issue's creation and `lastDay` that led to its present state. */
export function addHistory(scope: SeedScope, draft: IssueDraft, lastDay: string): void {
  const firstDay = jstDay(draft.created);
  const span = { firstDay, length: Math.max(0, daysBetween(firstDay, lastDay)) };
  for (let left = scope.prng.int(0, 3); left > 0; left -= 1) {
    const event = detour(scope, draft, addDays(firstDay, scope.prng.int(0, span.length)));
    draft.events.push({ ...event, at: Math.max(event.at, draft.created + 2 * MINUTE) });
  }
  draft.events.push(...statusEvents(scope, draft, span));
}

/** The changes that carried an issue from sprint to sprint into its present milestone, oldest first. */
export function carryOver(
  scope: SeedScope,
  draft: IssueDraft,
  moves: readonly { from: string; to: string; day: string }[],
): void {
  for (const { from, to, day } of moves) {
    draft.events.push({
      at: workingInstant(scope, day),
      userId: scope.prng.pick(workers(draft.project)),
      content: scope.prng.chance(0.4) ? scope.prng.pick(carryOverComments) : null,
      changes: [change('milestone', from, to)],
    });
  }
}

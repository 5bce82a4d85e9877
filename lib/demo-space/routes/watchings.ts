import { invalid, notFound } from '../api-error';
import { type DemoContext, findIssue, pathInt } from '../context';
import { pageByOffset } from '../paging';
import { type Route, route } from '../route';
import type { WatchingRow } from '../rows-secondary';
import { wireWatching } from '../wire/notification';

function isVisible(ctx: DemoContext, row: WatchingRow): boolean {
  const issue = ctx.state.issues.get(row.issueId);
  const project = issue && ctx.state.projects.get(issue.projectId);
  return project?.memberIds.includes(ctx.user.id) ?? false;
}

function filtered(ctx: DemoContext): WatchingRow[] {
  const userId = pathInt(ctx, 'user');
  if (!ctx.state.users.has(userId)) throw notFound('user');
  const read = ctx.params.boolean('resourceAlreadyRead');
  const issueIds = ctx.params.ints('issueId');
  return ctx.state.watchings
    .in(userId)
    .filter((row) => isVisible(ctx, row))
    .filter((row) => read === undefined || row.resourceAlreadyRead === read)
    .filter((row) => issueIds === undefined || issueIds.includes(row.issueId));
}

function list(ctx: DemoContext) {
  const sort = ctx.params.oneOf('sort', ['created', 'updated', 'issueUpdated']) ?? 'issueUpdated';
  const sign = ctx.params.oneOf('order', ['asc', 'desc']) === 'asc' ? 1 : -1;
  const key = (row: WatchingRow): number =>
    sort === 'issueUpdated' ? (ctx.state.issues.get(row.issueId)?.updated ?? 0) : row[sort];
  const rows = filtered(ctx).sort((a, b) => sign * (key(a) - key(b) || a.id - b.id));
  return pageByOffset(ctx, rows).map((row) => wireWatching(ctx, row));
}

/** A watch of the caller's own; anybody else's does not exist for them. */
function own(ctx: DemoContext): WatchingRow {
  const row = ctx.state.watchings.get(pathInt(ctx, 'watching'));
  if (!row || row.userId !== ctx.user.id || !isVisible(ctx, row)) throw notFound('watching');
  return row;
}

function add(ctx: DemoContext) {
  const issue = findIssue(ctx, ctx.params.required('issueIdOrKey'));
  if (ctx.state.watchings.in(ctx.user.id).some((row) => row.issueId === issue.id)) {
    throw invalid('The issue is watched already.', 'この課題はすでにウォッチしています。');
  }
  const row = ctx.state.watchings.add({
    id: ctx.state.watchings.nextId(),
    userId: ctx.user.id,
    issueId: issue.id,
    note: ctx.params.string('note') ?? '',
    resourceAlreadyRead: false,
    lastContentUpdated: issue.updated,
    created: ctx.now(),
    updated: ctx.now(),
  });
  return wireWatching(ctx, row);
}

function change(ctx: DemoContext) {
  const row = own(ctx);
  row.note = ctx.params.string('note') ?? row.note;
  row.updated = ctx.now();
  return wireWatching(ctx, row);
}

function remove(ctx: DemoContext) {
  const row = own(ctx);
  const shown = wireWatching(ctx, row);
  ctx.state.watchings.delete(row.id);
  return shown;
}

function read(ctx: DemoContext): undefined {
  own(ctx).resourceAlreadyRead = true;
}

/** Issues that people keep an eye on. */
export const watchingRoutes: readonly Route[] = [
  route('GET', '/users/:user/watchings', list),
  route('GET', '/users/:user/watchings/count', (ctx) => ({ count: filtered(ctx).length })),
  route('POST', '/watchings', add),
  route('GET', '/watchings/:watching', (ctx) => wireWatching(ctx, own(ctx))),
  route('PATCH', '/watchings/:watching', change),
  route('DELETE', '/watchings/:watching', remove),
  route('POST', '/watchings/:watching/markAsRead', read),
];

import { notFound } from '../api-error';
import { type DemoContext, pathInt } from '../context';
import { pageById } from '../paging';
import { type Route, route } from '../route';
import type { NotificationRow } from '../rows';
import { wireNotification } from '../wire/notification';

function own(ctx: DemoContext): readonly NotificationRow[] {
  return ctx.state.notifications.in(ctx.user.id);
}

function list(ctx: DemoContext) {
  const senderId = ctx.params.int('senderId');
  const rows = senderId ? own(ctx).filter((row) => row.senderId === senderId) : own(ctx);
  return pageById(ctx, rows).map((row) => wireNotification(ctx, row));
}

function count(ctx: DemoContext) {
  const alreadyRead = ctx.params.boolean('alreadyRead');
  const resourceAlreadyRead = ctx.params.boolean('resourceAlreadyRead');
  const rows = own(ctx).filter(
    (row) =>
      (alreadyRead === undefined || row.alreadyRead === alreadyRead) &&
      (resourceAlreadyRead === undefined || row.resourceAlreadyRead === resourceAlreadyRead),
  );
  return { count: rows.length };
}

/** Resets the unread count: every notice counts as seen, its resource not. Answers how many were unseen. */
function seen(ctx: DemoContext) {
  const unseen = own(ctx).filter((row) => !row.alreadyRead);
  for (const row of unseen) row.alreadyRead = true;
  return { count: unseen.length };
}

function read(ctx: DemoContext): undefined {
  const id = pathInt(ctx, 'notification');
  const row = own(ctx).find((notification) => notification.id === id);
  if (!row) throw notFound('notification');
  row.alreadyRead = true;
  row.resourceAlreadyRead = true;
}

/** The caller's own notices. */
export const notificationRoutes: readonly Route[] = [
  route('GET', '/notifications', list),
  route('GET', '/notifications/count', count),
  route('POST', '/notifications/markAsRead', seen),
  route('POST', '/notifications/:notification/markAsRead', read),
];

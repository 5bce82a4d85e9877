import { projectAdmin } from '../access';
import { notFound } from '../api-error';
import { type DemoContext, pathInt, pathProject } from '../context';
import { type Route, route } from '../route';
import type { WebhookRow } from '../rows-secondary';
import { instant } from '../wire/time';
import { wireUserById } from '../wire/user';

function wireWebhook(ctx: DemoContext, row: WebhookRow) {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    hookUrl: row.hookUrl,
    allEvent: row.allEvent,
    activityTypeIds: row.activityTypeIds,
    createdUser: wireUserById(ctx, row.createdUserId),
    created: instant(row.created),
    updatedUser: wireUserById(ctx, row.updatedUserId),
    updated: instant(row.updated),
  };
}

function pathWebhook(ctx: DemoContext): WebhookRow {
  const id = pathInt(ctx, 'webhook');
  const row = ctx.state.webhooks.in(pathProject(ctx).id).find((webhook) => webhook.id === id);
  if (!row) throw notFound('webhook');
  return row;
}

function add(ctx: DemoContext) {
  const { params } = ctx;
  const row = ctx.state.webhooks.add({
    id: ctx.state.webhooks.nextId(),
    projectId: pathProject(ctx).id,
    name: params.required('name'),
    description: params.string('description') ?? '',
    hookUrl: params.string('hookUrl') ?? '',
    allEvent: params.boolean('allEvent') ?? false,
    activityTypeIds: params.ints('activityTypeIds') ?? [],
    createdUserId: ctx.user.id,
    created: ctx.now(),
    updatedUserId: ctx.user.id,
    updated: ctx.now(),
  });
  return wireWebhook(ctx, row);
}

function change(ctx: DemoContext) {
  const row = pathWebhook(ctx);
  const { params } = ctx;
  row.name = params.string('name') || row.name;
  row.description = params.string('description') ?? row.description;
  row.hookUrl = params.string('hookUrl') ?? row.hookUrl;
  row.allEvent = params.boolean('allEvent') ?? row.allEvent;
  row.activityTypeIds = params.ints('activityTypeIds') ?? row.activityTypeIds;
  row.updated = ctx.now();
  row.updatedUserId = ctx.user.id;
  return wireWebhook(ctx, row);
}

function remove(ctx: DemoContext) {
  const row = pathWebhook(ctx);
  ctx.state.webhooks.delete(row.id);
  return wireWebhook(ctx, row);
}

const access = projectAdmin;

/** Webhooks of a project, for its administrators. */
export const webhookRoutes: readonly Route[] = [
  route(
    'GET',
    '/projects/:project/webhooks',
    (ctx) => ctx.state.webhooks.in(pathProject(ctx).id).map((row) => wireWebhook(ctx, row)),
    { access },
  ),
  route('POST', '/projects/:project/webhooks', add, { access }),
  route('GET', '/projects/:project/webhooks/:webhook', (ctx) => wireWebhook(ctx, pathWebhook(ctx)), {
    access,
  }),
  route('PATCH', '/projects/:project/webhooks/:webhook', change, { access }),
  route('DELETE', '/projects/:project/webhooks/:webhook', remove, { access }),
];

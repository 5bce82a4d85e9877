import { addIssues, projectAdmin, spaceAdmin } from '../access';
import { invalid } from '../api-error';
import type { DemoContext } from '../context';
import { pathProject } from '../context';
import { letterIcon } from '../pages/icon';
import { RATE_CLASSES } from '../rate-class';
import type { Route } from '../route';
import { route } from '../route';
import { instant, instantOrNull } from '../wire/time';

function space({ state }: DemoContext) {
  const { spaceKey, name, ownerId, lang, timezone, reportSendTime, textFormattingRule } = state.space;
  return {
    spaceKey,
    name,
    ownerId,
    lang,
    timezone,
    reportSendTime,
    textFormattingRule,
    created: instant(state.space.created),
    updated: instant(state.space.updated),
  };
}

function notification({ state }: DemoContext) {
  const { content, updated } = state.space.notification;
  return { content, updated: instantOrNull(updated) };
}

/** Bytes that one project uses. Texts count in UTF-16 units, which is near enough for a figure on a screen. */
function usageOf({ state }: DemoContext, projectId: number) {
  const issue = state.issues
    .in(projectId)
    .reduce((sum, row) => sum + row.summary.length + row.description.length, 0);
  const wiki = state.wikis.in(projectId).reduce((sum, row) => sum + row.content.length, 0);
  const file = state.sharedFiles.in(projectId).reduce((sum, row) => sum + (row.size ?? 0), 0);
  return { projectId, issue, wiki, file, subversion: 0, git: 0, gitLFS: 0 };
}

function diskUsage(ctx: DemoContext) {
  const details = ctx.state.projects.all().map((project) => usageOf(ctx, project.id));
  const total = (key: 'issue' | 'wiki' | 'file') => details.reduce((sum, row) => sum + row[key], 0);
  return {
    capacity: ctx.state.licence.storageLimit,
    issue: total('issue'),
    wiki: total('wiki'),
    file: total('file'),
    subversion: 0,
    git: 0,
    gitLFS: 0,
    details,
  };
}

function upload(ctx: DemoContext) {
  if (!ctx.upload) throw invalid('file is required.', 'fileは必須です。');
  const { name, type, bytes } = ctx.upload;
  const row = ctx.state.attachments.add({
    id: ctx.state.attachments.nextId(),
    name,
    size: bytes.length,
    contentType: type,
    data: Buffer.from(bytes).toString('base64'),
    createdUserId: ctx.user.id,
    created: ctx.now(),
    owner: null,
  });
  return { id: row.id, name: row.name, size: row.size };
}

export const spaceRoutes: Route[] = [
  route('GET', '/space', space),
  route('GET', '/space/image', ({ state }) => letterIcon(0, state.space.name), { rate: 'icon' }),
  route('GET', '/space/notification', notification),
  route(
    'PUT',
    '/space/notification',
    (ctx) => {
      const content = ctx.params.string('content');
      if (content === undefined) throw invalid('content is required.', 'contentは必須です。');
      ctx.state.space.notification = { content, updated: ctx.now() };
      return notification(ctx);
    },
    { access: spaceAdmin },
  ),
  route('GET', '/space/diskUsage', diskUsage, { access: spaceAdmin }),
  route('GET', '/projects/:project/diskUsage', (ctx) => usageOf(ctx, pathProject(ctx).id), {
    access: projectAdmin,
  }),
  route('POST', '/space/attachment', upload, { access: addIssues }),
  route('GET', '/rateLimit', (ctx) => ({
    rateLimit: Object.fromEntries(RATE_CLASSES.map((rateClass) => [rateClass, ctx.standing(rateClass)])),
  })),
];

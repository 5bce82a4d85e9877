import { addIssues } from '../access';
import { invalid, notFound } from '../api-error';
import { type DemoContext, findProject, isMember, pathInt } from '../context';
import { pageById } from '../paging';
import { type Route, route } from '../route';
import type { WikiRow } from '../rows-secondary';
import { wireAttachments, wireSharedFiles, wireStar } from '../wire/files';
import { wireWiki, wireWikiHistory, wireWikiListItem } from '../wire/wiki';

/** Activity types of wiki pages. */
const ACTIVITY = { created: 5, updated: 6, deleted: 7 } as const;

function record(ctx: DemoContext, row: WikiRow, type: number): void {
  const { activities, wikiHistory } = ctx.state;
  activities.add({
    id: activities.nextId(),
    projectId: row.projectId,
    type,
    content: {
      id: row.id,
      name: row.name,
      content: row.content,
      diff: '',
      version: wikiHistory.in(row.id).length,
      attachments: [],
      shared_files: [],
    },
    createdUserId: ctx.user.id,
    created: ctx.now(),
  });
}

/** Pages are addressed by their name too (`/wiki/KEY/name`), so a project has one of a name; the words are ours. */
function checkName(ctx: DemoContext, projectId: number, name: string, own: number | null): string {
  const twin = ctx.state.wikis.in(projectId).find((row) => row.name === name);
  if (twin && twin.id !== own)
    throw invalid(`The name is already in use: ${name}`, `同じ名前がすでに登録されています: ${name}`);
  return name;
}

function ofProject(ctx: DemoContext): readonly WikiRow[] {
  return ctx.state.wikis.in(findProject(ctx, ctx.params.required('projectIdOrKey')).id);
}

/** Every page of a project; `count` and `offset` are ignored, as the real list ignores them. */
function list(ctx: DemoContext) {
  const keyword = ctx.params.string('keyword')?.normalize('NFKC').toLowerCase() ?? '';
  const holds = (text: string): boolean => text.normalize('NFKC').toLowerCase().includes(keyword);
  return ofProject(ctx)
    .filter((row) => keyword === '' || holds(row.name) || holds(row.content))
    .map((row) => wireWikiListItem(ctx, row));
}

function tags(ctx: DemoContext) {
  const byName = new Map(ofProject(ctx).flatMap((row) => row.tags.map((tag) => [tag.name, tag])));
  return [...byName.values()];
}

function pathWiki(ctx: DemoContext): WikiRow {
  const row = ctx.state.wikis.get(pathInt(ctx, 'wiki'));
  const project = row && ctx.state.projects.get(row.projectId);
  if (!row || !project || !isMember(ctx, project)) throw notFound('wiki');
  return row;
}

function keepVersion(ctx: DemoContext, row: WikiRow): void {
  ctx.state.wikiHistory.add({
    id: ctx.state.wikiHistory.nextId(),
    wikiId: row.id,
    version: ctx.state.wikiHistory.in(row.id).length + 1,
    name: row.name,
    content: row.content,
    createdUserId: ctx.user.id,
    created: ctx.now(),
  });
}

function add(ctx: DemoContext) {
  const projectId = findProject(ctx, ctx.params.required('projectId')).id;
  const row = ctx.state.wikis.add({
    id: ctx.state.wikis.nextId(),
    projectId,
    name: checkName(ctx, projectId, ctx.params.required('name'), null),
    content: ctx.params.required('content'),
    tags: [],
    attachmentIds: [],
    sharedFileIds: [],
    stars: [],
    createdUserId: ctx.user.id,
    created: ctx.now(),
    updatedUserId: ctx.user.id,
    updated: ctx.now(),
  });
  keepVersion(ctx, row);
  record(ctx, row, ACTIVITY.created);
  return wireWiki(ctx, row);
}

function change(ctx: DemoContext) {
  const row = pathWiki(ctx);
  row.name = checkName(ctx, row.projectId, ctx.params.string('name') || row.name, row.id);
  row.content = ctx.params.string('content') ?? row.content;
  row.updated = ctx.now();
  row.updatedUserId = ctx.user.id;
  keepVersion(ctx, row);
  record(ctx, row, ACTIVITY.updated);
  return wireWiki(ctx, row);
}

function remove(ctx: DemoContext) {
  const row = pathWiki(ctx);
  ctx.state.wikis.delete(row.id);
  record(ctx, row, ACTIVITY.deleted);
  return wireWiki(ctx, row);
}

function history(ctx: DemoContext) {
  const rows = ctx.state.wikiHistory.in(pathWiki(ctx).id);
  return pageById(ctx, rows).map((row) => wireWikiHistory(ctx, row));
}

const access = addIssues;

/** Wiki pages. The list and the count belong to the search class. */
export const wikiRoutes: readonly Route[] = [
  route('GET', '/wikis', list, { rate: 'search' }),
  route('GET', '/wikis/count', (ctx) => ({ count: ofProject(ctx).length }), { rate: 'search' }),
  route('GET', '/wikis/tags', tags),
  route('POST', '/wikis', add, { access }),
  route('GET', '/wikis/:wiki', (ctx) => wireWiki(ctx, pathWiki(ctx))),
  route('PATCH', '/wikis/:wiki', change, { access }),
  route('DELETE', '/wikis/:wiki', remove, { access }),
  route('GET', '/wikis/:wiki/history', history),
  route('GET', '/wikis/:wiki/attachments', (ctx) => wireAttachments(ctx, pathWiki(ctx).attachmentIds)),
  route('GET', '/wikis/:wiki/sharedFiles', (ctx) => wireSharedFiles(ctx, pathWiki(ctx).sharedFileIds)),
  route('GET', '/wikis/:wiki/stars', (ctx) => pathWiki(ctx).stars.map((star) => wireStar(ctx, star))),
];

import { addIssues } from '../access';
import { invalid, notFound } from '../api-error';
import { type DemoContext, findProject, isMember, joinedProjects, pathParam } from '../context';
import { pageByOffset } from '../paging';
import { type Route, route } from '../route';
import type { DocumentRow } from '../rows-secondary';
import { wireDocument, wireDocumentTree } from '../wire/document';

function visible(ctx: DemoContext): DocumentRow[] {
  const asked = ctx.params.ints('projectId');
  const joined = joinedProjects(ctx).map((project) => project.id);
  const ids = new Set(asked ? joined.filter((id) => asked.includes(id)) : joined);
  const keyword = ctx.params.string('keyword')?.normalize('NFKC').toLowerCase() ?? '';
  return [...ctx.state.documents.values()].filter(
    (row) =>
      ids.has(row.projectId) &&
      !row.trashed &&
      `${row.title}\n${row.plain}`.normalize('NFKC').toLowerCase().includes(keyword),
  );
}

function list(ctx: DemoContext) {
  if (ctx.params.int('offset') === undefined) throw invalid('offset is required.', 'offsetは必須です。');
  const sort = ctx.params.oneOf('sort', ['created', 'updated']) ?? 'created';
  const sign = ctx.params.oneOf('order', ['asc', 'desc']) === 'asc' ? 1 : -1;
  const rows = visible(ctx).sort((a, b) => sign * (a[sort] - b[sort] || a.id.localeCompare(b.id)));
  return pageByOffset(ctx, rows).map((row) => wireDocument(ctx, row));
}

function tree(ctx: DemoContext) {
  const { id } = findProject(ctx, ctx.params.required('projectIdOrKey'));
  const rows = [...ctx.state.documents.values()].filter((row) => row.projectId === id);
  const part = (trashed: boolean) =>
    wireDocumentTree(
      rows.filter((row) => row.trashed === trashed),
      null,
    );
  return {
    projectId: id,
    activeTree: { id: 'Active', children: part(false) },
    trashTree: { id: 'Trash', children: part(true) },
  };
}

function pathDocument(ctx: DemoContext): DocumentRow {
  const row = ctx.state.documents.get(pathParam(ctx, 'document'));
  const project = row && ctx.state.projects.get(row.projectId);
  if (!row || !project || !isMember(ctx, project)) throw notFound('document');
  return row;
}

function freshId(ctx: DemoContext): string {
  let number = ctx.state.documents.size;
  const id = (): string => `d0c${number.toString(16).padStart(29, '0')}`;
  while (ctx.state.documents.has(id())) number += 1;
  return id();
}

function add(ctx: DemoContext) {
  const { params } = ctx;
  const plain = params.string('content') ?? '';
  const row: DocumentRow = {
    id: freshId(ctx),
    projectId: findProject(ctx, params.required('projectId')).id,
    title: params.string('title') ?? '',
    plain,
    json: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: plain }] }] },
    statusId: 1,
    emoji: params.string('emoji') || null,
    parentId: params.string('parentId') || null,
    trashed: false,
    attachmentIds: [],
    tags: [],
    createdUserId: ctx.user.id,
    created: ctx.now(),
    updatedUserId: ctx.user.id,
    updated: ctx.now(),
  };
  ctx.state.documents.set(row.id, row);
  return wireDocument(ctx, row);
}

function remove(ctx: DemoContext) {
  const row = pathDocument(ctx);
  ctx.state.documents.delete(row.id);
  return wireDocument(ctx, row);
}

/** Documents; there is no endpoint that changes one. */
export const documentRoutes: readonly Route[] = [
  route('GET', '/documents', list),
  route('GET', '/documents/count', (ctx) => ({ count: visible(ctx).length })),
  route('GET', '/documents/tree', tree),
  route('POST', '/documents', add, { access: addIssues }),
  route('GET', '/documents/:document', (ctx) => wireDocument(ctx, pathDocument(ctx))),
  route('DELETE', '/documents/:document', remove, { access: addIssues }),
];

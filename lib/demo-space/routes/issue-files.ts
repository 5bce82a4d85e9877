import { editIssues } from '../access';
import { invalid, notFound } from '../api-error';
import { attachmentBytes } from '../attachment-bytes';
import type { DemoContext } from '../context';
import { pathInt, pathIssue, pathParam, pathProject } from '../context';
import { touch } from '../issues/comments';
import { pageByOffset } from '../paging';
import type { Route } from '../route';
import { BinaryReply, route } from '../route';
import type { AttachmentRow, SharedFileRow } from '../rows';
import { wireAttachment, wireAttachments, wireSharedFile, wireSharedFiles } from '../wire/files';

function pathAttachment(ctx: DemoContext): AttachmentRow {
  const row = ctx.state.attachments.get(pathInt(ctx, 'id'));
  if (!row || !pathIssue(ctx).attachmentIds.includes(row.id)) throw notFound('attachment');
  return row;
}

function download(ctx: DemoContext): BinaryReply {
  const row = pathAttachment(ctx);
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`;
  return new BinaryReply(attachmentBytes(row), row.contentType, { 'Content-Disposition': disposition });
}

function removeAttachment(ctx: DemoContext) {
  const row = pathAttachment(ctx);
  const issue = pathIssue(ctx);
  const shown = wireAttachment(ctx, row);
  issue.attachmentIds = issue.attachmentIds.filter((id) => id !== row.id);
  ctx.state.attachments.delete(row.id);
  touch(ctx, issue);
  return shown;
}

function linkFiles(ctx: DemoContext) {
  const issue = pathIssue(ctx);
  const ids = ctx.params.ints('fileId') ?? [];
  if (ids.length === 0) throw invalid('fileId[] is required.', 'fileId[]は必須です。');
  for (const id of ids)
    if (ctx.state.sharedFiles.get(id)?.projectId !== issue.projectId) throw notFound('sharedFile');
  issue.sharedFileIds = [...new Set([...issue.sharedFileIds, ...ids])];
  touch(ctx, issue);
  return wireSharedFiles(ctx, issue.sharedFileIds);
}

function unlinkFile(ctx: DemoContext) {
  const issue = pathIssue(ctx);
  const row = ctx.state.sharedFiles.get(pathInt(ctx, 'id'));
  if (!row || !issue.sharedFileIds.includes(row.id)) throw notFound('sharedFile');
  issue.sharedFileIds = issue.sharedFileIds.filter((id) => id !== row.id);
  touch(ctx, issue);
  return wireSharedFile(ctx, row);
}

function isIn(row: SharedFileRow, dir: string): boolean {
  return row.dir.replace(/^\/|\/$/g, '') === dir.replace(/^\/|\/$/g, '');
}

function projectFiles(ctx: DemoContext, dir: string) {
  const rows = ctx.state.sharedFiles.in(pathProject(ctx).id).filter((row) => isIn(row, dir));
  return pageByOffset(ctx, rows).map((row) => wireSharedFile(ctx, row));
}

export const issueFileRoutes: Route[] = [
  route('GET', '/issues/:issue/attachments', (ctx) => wireAttachments(ctx, pathIssue(ctx).attachmentIds)),
  route('GET', '/issues/:issue/attachments/:id', download),
  route('DELETE', '/issues/:issue/attachments/:id', removeAttachment, { access: editIssues }),
  route('GET', '/issues/:issue/sharedFiles', (ctx) => wireSharedFiles(ctx, pathIssue(ctx).sharedFileIds)),
  route('POST', '/issues/:issue/sharedFiles', linkFiles, { access: editIssues }),
  route('DELETE', '/issues/:issue/sharedFiles/:id', unlinkFile, { access: editIssues }),
  route('GET', '/projects/:project/files/metadata', (ctx) => projectFiles(ctx, '')),
  route('GET', '/projects/:project/files/metadata/:path{.*}', (ctx) =>
    projectFiles(ctx, pathParam(ctx, 'path')),
  ),
];

import type { DemoContext } from '../context';
import type { AttachmentRow, SharedFileRow, StarRow } from '../rows';
import { instant, instantOrNull } from './time';
import { wireUserById } from './user';

export function wireAttachment(ctx: DemoContext, row: AttachmentRow) {
  return {
    id: row.id,
    name: row.name,
    size: row.size,
    createdUser: wireUserById(ctx, row.createdUserId),
    created: instant(row.created),
  };
}

/** The attachments with these ids, in this order. */
export function wireAttachments(ctx: DemoContext, ids: readonly number[]) {
  return ids.flatMap((id) => {
    const row = ctx.state.attachments.get(id);
    return row ? [wireAttachment(ctx, row)] : [];
  });
}

export function wireSharedFile(ctx: DemoContext, row: SharedFileRow) {
  return {
    id: row.id,
    projectId: row.projectId,
    type: row.type,
    dir: row.dir,
    name: row.name,
    size: row.size,
    createdUser: wireUserById(ctx, row.createdUserId),
    created: instant(row.created),
    updatedUser: wireUserById(ctx, row.updatedUserId),
    updated: instantOrNull(row.updated),
  };
}

/** The shared files with these ids, in this order. */
export function wireSharedFiles(ctx: DemoContext, ids: readonly number[]) {
  return ids.flatMap((id) => {
    const row = ctx.state.sharedFiles.get(id);
    return row ? [wireSharedFile(ctx, row)] : [];
  });
}

export function wireStar(ctx: DemoContext, row: StarRow) {
  return {
    id: row.id,
    comment: row.comment,
    url: row.url,
    title: row.title,
    presenter: wireUserById(ctx, row.presenterId),
    created: instant(row.created),
  };
}

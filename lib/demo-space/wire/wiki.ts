import type { DemoContext } from '../context';
import type { WikiHistoryRow, WikiRow } from '../rows-secondary';
import { wireAttachments, wireSharedFiles, wireStar } from './files';
import { instant } from './time';
import { wireUserById } from './user';

/** A page in a list. Real lists carry the text too, although the documentation leaves it out. */
export function wireWikiListItem(ctx: DemoContext, row: WikiRow) {
  return {
    id: row.id,
    projectId: row.projectId,
    name: row.name,
    content: row.content,
    tags: row.tags,
    createdUser: wireUserById(ctx, row.createdUserId),
    created: instant(row.created),
    updatedUser: wireUserById(ctx, row.updatedUserId),
    updated: instant(row.updated),
  };
}

export function wireWiki(ctx: DemoContext, row: WikiRow) {
  return {
    ...wireWikiListItem(ctx, row),
    attachments: wireAttachments(ctx, row.attachmentIds),
    sharedFiles: wireSharedFiles(ctx, row.sharedFileIds),
    stars: row.stars.map((star) => wireStar(ctx, star)),
  };
}

export function wireWikiHistory(ctx: DemoContext, row: WikiHistoryRow) {
  return {
    pageId: row.wikiId,
    version: row.version,
    name: row.name,
    content: row.content,
    createdUser: wireUserById(ctx, row.createdUserId),
    created: instant(row.created),
  };
}

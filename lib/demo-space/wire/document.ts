import type { DemoContext } from '../context';
import type { DocumentRow } from '../rows-secondary';
import { wireAttachments } from './files';
import { instant } from './time';
import { wireUserById } from './user';

export function wireDocument(ctx: DemoContext, row: DocumentRow) {
  const children = [...ctx.state.documents.values()].filter((other) => other.parentId === row.id);
  return {
    id: row.id,
    projectId: row.projectId,
    title: row.title,
    plain: row.plain,
    json: JSON.stringify(row.json),
    statusId: row.statusId,
    emoji: row.emoji,
    attachments: wireAttachments(ctx, row.attachmentIds),
    tags: row.tags,
    createdUser: wireUserById(ctx, row.createdUserId),
    created: instant(row.created),
    updatedUser: wireUserById(ctx, row.updatedUserId),
    updated: instant(row.updated),
    childDocumentIds: children.map((child) => child.id),
  };
}

interface TreeNode {
  id: string;
  name: string;
  children: TreeNode[];
  statusId: number;
  emoji: string | null;
  updated: string;
}

/** The documents below `parentId`, each with its own below it. */
export function wireDocumentTree(rows: readonly DocumentRow[], parentId: string | null): TreeNode[] {
  const ids = new Set(rows.map((row) => row.id));
  const isChild = (row: DocumentRow): boolean =>
    parentId === null ? row.parentId === null || !ids.has(row.parentId) : row.parentId === parentId;
  return rows.filter(isChild).map((row) => ({
    id: row.id,
    name: row.title,
    children: wireDocumentTree(rows, row.id),
    statusId: row.statusId,
    emoji: row.emoji,
    updated: instant(row.updated),
  }));
}

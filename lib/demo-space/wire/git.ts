import type { DemoContext } from '../context';
import type { PullRequestCommentRow, PullRequestRow, RepositoryRow } from '../rows-secondary';
import { wireAttachments, wireStar } from './files';
import { wireIssue } from './issue';
import { instant, instantOrNull } from './time';
import { wireUserById } from './user';

const STATUSES = { 1: 'Open', 2: 'Closed', 3: 'Merged' } as const;

function stamps(
  ctx: DemoContext,
  row: Pick<RepositoryRow, 'createdUserId' | 'created' | 'updatedUserId' | 'updated'>,
) {
  return {
    createdUser: wireUserById(ctx, row.createdUserId),
    created: instant(row.created),
    updatedUser: wireUserById(ctx, row.updatedUserId),
    updated: instant(row.updated),
  };
}

export function wireRepository(ctx: DemoContext, row: RepositoryRow) {
  const projectKey = ctx.state.projects.get(row.projectId)?.projectKey ?? '';
  return {
    id: row.id,
    projectId: row.projectId,
    name: row.name,
    description: row.description,
    hookUrl: row.hookUrl,
    httpUrl: `${ctx.origin}/git/${projectKey}/${row.name}.git`,
    sshUrl: `${ctx.state.space.spaceKey}@${ctx.state.space.spaceKey}.git.example:/${projectKey}/${row.name}.git`,
    displayOrder: row.displayOrder,
    pushedAt: instantOrNull(row.pushedAt),
    ...stamps(ctx, row),
  };
}

export function wirePullRequest(ctx: DemoContext, row: PullRequestRow) {
  const issue = row.issueId === null ? undefined : ctx.state.issues.get(row.issueId);
  return {
    id: row.id,
    projectId: row.projectId,
    repositoryId: row.repositoryId,
    number: row.number,
    summary: row.summary,
    description: row.description,
    base: row.base,
    branch: row.branch,
    status: { id: row.statusId, name: STATUSES[row.statusId] },
    assignee: wireUserById(ctx, row.assigneeId),
    issue: issue ? wireIssue(ctx, issue) : null,
    baseCommit: row.baseCommit,
    branchCommit: row.branchCommit,
    mergeCommit: row.mergeCommit,
    closeAt: instantOrNull(row.closeAt),
    mergeAt: instantOrNull(row.mergeAt),
    ...stamps(ctx, row),
    attachments: wireAttachments(ctx, row.attachmentIds),
    stars: row.stars.map((star) => wireStar(ctx, star)),
  };
}

export function wirePullRequestComment(ctx: DemoContext, row: PullRequestCommentRow) {
  return {
    id: row.id,
    content: row.content,
    changeLog: row.changeLog,
    createdUser: wireUserById(ctx, row.createdUserId),
    created: instant(row.created),
    updated: instant(row.updated),
    stars: row.stars.map((star) => wireStar(ctx, star)),
    notifications: [],
  };
}

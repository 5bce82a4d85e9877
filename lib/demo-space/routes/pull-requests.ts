import { editIssues } from '../access';
import { notFound } from '../api-error';
import { type DemoContext, findIssue, pathInt, pathParam, pathProject } from '../context';
import { pageById, pageByOffset } from '../paging';
import { type Route, route } from '../route';
import type { PullRequestCommentRow, PullRequestRow, RepositoryRow } from '../rows-secondary';
import { wireAttachments } from '../wire/files';
import { wirePullRequest, wirePullRequestComment, wireRepository } from '../wire/git';

function pathRepository(ctx: DemoContext): RepositoryRow {
  const name = pathParam(ctx, 'repository');
  const row = ctx.state.repositories
    .in(pathProject(ctx).id)
    .find((repository) => repository.name === name || String(repository.id) === name);
  if (!row) throw notFound('repository');
  return row;
}

function filtered(ctx: DemoContext): PullRequestRow[] {
  const { params } = ctx;
  const matches = (name: string, value: number | null): boolean => {
    const wanted = params.ints(name);
    return wanted === undefined || (value !== null && wanted.includes(value));
  };
  return ctx.state.pullRequests
    .in(pathRepository(ctx).id)
    .filter(
      (row) =>
        matches('statusId', row.statusId) &&
        matches('assigneeId', row.assigneeId) &&
        matches('issueId', row.issueId) &&
        matches('createdUserId', row.createdUserId),
    );
}

function list(ctx: DemoContext) {
  const rows = filtered(ctx).sort((a, b) => b.number - a.number);
  return pageByOffset(ctx, rows).map((row) => wirePullRequest(ctx, row));
}

function pathRequest(ctx: DemoContext): PullRequestRow {
  const number = pathInt(ctx, 'number');
  const row = ctx.state.pullRequests.in(pathRepository(ctx).id).find((request) => request.number === number);
  if (!row) throw notFound('pullRequest');
  return row;
}

function issueIdOf(ctx: DemoContext): number | null | undefined {
  const id = ctx.params.int('issueId');
  return typeof id === 'number' ? findIssue(ctx, String(id)).id : id;
}

function add(ctx: DemoContext) {
  const { params, state } = ctx;
  const repository = pathRepository(ctx);
  const row = state.pullRequests.add({
    id: state.pullRequests.nextId(),
    projectId: repository.projectId,
    repositoryId: repository.id,
    number: Math.max(0, ...state.pullRequests.in(repository.id).map((request) => request.number)) + 1,
    summary: params.required('summary'),
    description: params.string('description') ?? '',
    base: params.required('base'),
    branch: params.required('branch'),
    statusId: 1,
    assigneeId: params.int('assigneeId') ?? null,
    issueId: issueIdOf(ctx) ?? null,
    baseCommit: null,
    branchCommit: null,
    mergeCommit: null,
    closeAt: null,
    mergeAt: null,
    attachmentIds: [],
    stars: [],
    createdUserId: ctx.user.id,
    created: ctx.now(),
    updatedUserId: ctx.user.id,
    updated: ctx.now(),
  });
  return wirePullRequest(ctx, row);
}

function addComment(ctx: DemoContext, request: PullRequestRow, content: string): PullRequestCommentRow {
  return ctx.state.pullRequestComments.add({
    id: ctx.state.pullRequestComments.nextId(),
    pullRequestId: request.id,
    content,
    changeLog: [],
    createdUserId: ctx.user.id,
    created: ctx.now(),
    updated: ctx.now(),
    stars: [],
  });
}

function change(ctx: DemoContext) {
  const { params } = ctx;
  const row = pathRequest(ctx);
  const issueId = issueIdOf(ctx);
  const assigneeId = params.int('assigneeId');
  row.summary = params.string('summary') || row.summary;
  row.description = params.string('description') ?? row.description;
  if (issueId !== undefined) row.issueId = issueId;
  if (assigneeId !== undefined) row.assigneeId = assigneeId;
  row.updated = ctx.now();
  row.updatedUserId = ctx.user.id;
  const text = params.string('comment') ?? params.strings('comment')?.join('\n');
  if (text) addComment(ctx, row, text);
  return wirePullRequest(ctx, row);
}

function comments(ctx: DemoContext): readonly PullRequestCommentRow[] {
  return ctx.state.pullRequestComments.in(pathRequest(ctx).id);
}

function changeComment(ctx: DemoContext) {
  const id = pathInt(ctx, 'comment');
  const row = comments(ctx).find((comment) => comment.id === id && comment.createdUserId === ctx.user.id);
  if (!row) throw notFound('comment');
  row.content = ctx.params.required('content');
  row.updated = ctx.now();
  return wirePullRequestComment(ctx, row);
}

const REPOSITORIES = '/projects/:project/git/repositories';
const REQUESTS = `${REPOSITORIES}/:repository/pullRequests`;
const access = editIssues;

/** Git repositories and their pull requests. */
export const pullRequestRoutes: readonly Route[] = [
  route('GET', REPOSITORIES, (ctx) =>
    ctx.state.repositories.in(pathProject(ctx).id).map((row) => wireRepository(ctx, row)),
  ),
  route('GET', `${REPOSITORIES}/:repository`, (ctx) => wireRepository(ctx, pathRepository(ctx))),
  route('GET', REQUESTS, list),
  route('GET', `${REQUESTS}/count`, (ctx) => ({ count: filtered(ctx).length })),
  route('POST', REQUESTS, add, { access }),
  route('GET', `${REQUESTS}/:number`, (ctx) => wirePullRequest(ctx, pathRequest(ctx))),
  route('PATCH', `${REQUESTS}/:number`, change, { access }),
  route('GET', `${REQUESTS}/:number/comments`, (ctx) =>
    pageById(ctx, comments(ctx)).map((row) => wirePullRequestComment(ctx, row)),
  ),
  route('POST', `${REQUESTS}/:number/comments`, (ctx) =>
    wirePullRequestComment(ctx, addComment(ctx, pathRequest(ctx), ctx.params.required('content'))),
  ),
  route('GET', `${REQUESTS}/:number/comments/count`, (ctx) => ({ count: comments(ctx).length })),
  route('PATCH', `${REQUESTS}/:number/comments/:comment`, changeComment),
  route('GET', `${REQUESTS}/:number/attachments`, (ctx) =>
    wireAttachments(ctx, pathRequest(ctx).attachmentIds),
  ),
];

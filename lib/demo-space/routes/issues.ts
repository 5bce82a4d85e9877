import { addIssues, editIssues, spaceAdmin } from '../access';
import { notFound } from '../api-error';
import type { DemoContext } from '../context';
import { findProject, pathIssue } from '../context';
import { ACTIVITY, recordActivity } from '../issues/activity';
import { createIssue } from '../issues/create';
import { selectIssues } from '../issues/filter';
import { sortIssues } from '../issues/sort';
import { updateIssue } from '../issues/update';
import { pageByOffset } from '../paging';
import type { Route } from '../route';
import { Reply, route } from '../route';
import type { IssueRow, ProjectRow } from '../rows';
import { wireIssue } from '../wire/issue';
import { wireUserById } from '../wire/user';

function projectOf(ctx: DemoContext, issue: IssueRow): ProjectRow {
  const project = ctx.state.projects.get(issue.projectId);
  if (!project) throw notFound('project');
  return project;
}

function list(ctx: DemoContext) {
  return pageByOffset(ctx, sortIssues(ctx, selectIssues(ctx))).map((issue) => wireIssue(ctx, issue));
}

function create(ctx: DemoContext) {
  const project = findProject(ctx, String(ctx.params.requiredInt('projectId')));
  const issue = createIssue(ctx, project);
  const location = `${ctx.origin}/view/${ctx.state.issueKey(issue)}`;
  return new Reply(201, wireIssue(ctx, issue), { Location: location });
}

function update(ctx: DemoContext) {
  const issue = pathIssue(ctx);
  return wireIssue(ctx, updateIssue(ctx, issue, projectOf(ctx, issue)));
}

function remove(ctx: DemoContext) {
  const issue = pathIssue(ctx);
  const deleted = wireIssue(ctx, issue);
  ctx.state.deleteIssue(issue);
  recordActivity(ctx, issue, ACTIVITY.deleted, {});
  return deleted;
}

/** Everybody who has had a hand in the issue: creator, assignee, commenters. */
function participants(ctx: DemoContext) {
  const issue = pathIssue(ctx);
  const ids = new Set([
    issue.createdUserId,
    ...ctx.state.comments.in(issue.id).map((row) => row.createdUserId),
  ]);
  if (issue.assigneeId !== null) ids.add(issue.assigneeId);
  return [...ids].flatMap((id) => wireUserById(ctx, id) ?? []);
}

export const issueRoutes: Route[] = [
  route('GET', '/issues', list, { rate: 'search' }),
  route('GET', '/issues/count', (ctx) => ({ count: selectIssues(ctx).length }), { rate: 'search' }),
  route('POST', '/issues', create, { access: addIssues }),
  route('GET', '/issues/:issue', (ctx) => wireIssue(ctx, pathIssue(ctx))),
  route('PATCH', '/issues/:issue', update, { access: editIssues }),
  route('DELETE', '/issues/:issue', remove, { access: spaceAdmin }),
  route('GET', '/issues/:issue/participants', participants),
];

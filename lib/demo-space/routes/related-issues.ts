import { editIssues } from '../access';
import { invalid, notFound } from '../api-error';
import type { DemoContext } from '../context';
import { findIssue, isMember, pathIssue, pathParam } from '../context';
import type { Route } from '../route';
import { route } from '../route';
import type { IssueRow } from '../rows';
import { wireIssue } from '../wire/issue';

function related(ctx: DemoContext, issue: IssueRow): IssueRow[] {
  return ctx.state.relations.flatMap(([a, b]) => {
    const other = a === issue.id ? b : b === issue.id ? a : null;
    const row = other === null ? undefined : ctx.state.issues.get(other);
    const project = row && ctx.state.projects.get(row.projectId);
    return row && project && isMember(ctx, project) ? [row] : [];
  });
}

function wireRelated(ctx: DemoContext, issue: IssueRow) {
  return { ...wireIssue(ctx, issue), type: 'RELATES' };
}

function add(ctx: DemoContext) {
  const issue = pathIssue(ctx);
  const target = findIssue(ctx, String(ctx.params.requiredInt('targetIssueId')));
  if (target === issue || related(ctx, issue).includes(target))
    throw invalid('The issues are already related.', 'すでに関連付けられている課題です。');
  ctx.state.relations.push(issue.id < target.id ? [issue.id, target.id] : [target.id, issue.id]);
  return wireRelated(ctx, target);
}

function remove(ctx: DemoContext) {
  const issue = pathIssue(ctx);
  const target = findIssue(ctx, pathParam(ctx, 'related'));
  const at = ctx.state.relations.findIndex((pair) => pair.includes(issue.id) && pair.includes(target.id));
  if (at < 0) throw notFound('issue');
  ctx.state.relations.splice(at, 1);
  return wireRelated(ctx, target);
}

export const relatedIssueRoutes: Route[] = [
  route('GET', '/issues/:issue/relatedIssues', (ctx) =>
    related(ctx, pathIssue(ctx)).map((row) => wireRelated(ctx, row)),
  ),
  route('POST', '/issues/:issue/relatedIssues', add, { access: editIssues }),
  route('DELETE', '/issues/:issue/relatedIssues/:related', remove, { access: editIssues }),
];

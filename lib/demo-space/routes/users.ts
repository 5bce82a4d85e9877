import { anyProjectAdmin } from '../access';
import { notFound } from '../api-error';
import type { DemoContext } from '../context';
import { findIssue, isMember, pathInt } from '../context';
import { letterIcon } from '../pages/icon';
import { pageByOffset } from '../paging';
import { noteView } from '../recent';
import type { Route } from '../route';
import { route } from '../route';
import type { RecentView } from '../rows-secondary';
import { wireIssue } from '../wire/issue';
import { wireProject } from '../wire/project';
import { instant } from '../wire/time';
import { wireUser } from '../wire/user';
import { wireWiki } from '../wire/wiki';

function pathUser(ctx: DemoContext) {
  const user = ctx.state.users.get(pathInt(ctx, 'id'));
  if (!user) throw notFound('user');
  return user;
}

/** What the caller looked at and can still see, paged and rendered by `show`. */
function viewed(
  ctx: DemoContext,
  kind: RecentView['kind'],
  show: (id: number) => object | null,
): { updated: string }[] {
  const views = ctx.state.recentViews
    .filter((view) => view.userId === ctx.user.id && view.kind === kind)
    .flatMap((view) => {
      const shown = show(view.id);
      return shown ? [{ ...shown, updated: instant(view.updated) }] : [];
    });
  return pageByOffset(ctx, ctx.params.oneOf('order', ['asc', 'desc']) === 'asc' ? views.reverse() : views);
}

function visible(ctx: DemoContext, projectId: number): boolean {
  const project = ctx.state.projects.get(projectId);
  return project !== undefined && isMember(ctx, project);
}

function recentIssues(ctx: DemoContext) {
  return viewed(ctx, 'issue', (id) => {
    const issue = ctx.state.issues.get(id);
    return issue && visible(ctx, issue.projectId) ? { issue: wireIssue(ctx, issue) } : null;
  });
}

function recentProjects(ctx: DemoContext) {
  return viewed(ctx, 'project', (id) => {
    const project = ctx.state.projects.get(id);
    return project && visible(ctx, id) ? { project: wireProject(project) } : null;
  });
}

function recentWikis(ctx: DemoContext) {
  return viewed(ctx, 'wiki', (id) => {
    const wiki = ctx.state.wikis.get(id);
    return wiki && visible(ctx, wiki.projectId) ? { page: wireWiki(ctx, wiki) } : null;
  });
}

export const userRoutes: Route[] = [
  route('GET', '/users', (ctx) => ctx.state.users.all().map((user) => wireUser(ctx, user)), {
    access: anyProjectAdmin,
  }),
  route('GET', '/users/myself', (ctx) => wireUser(ctx, ctx.user)),
  route('GET', '/users/myself/recentlyViewedIssues', recentIssues),
  route('POST', '/users/myself/recentlyViewedIssues', (ctx) => {
    const issue = findIssue(ctx, ctx.params.required('issueIdOrKey'));
    noteView(ctx, 'issue', issue.id);
    return wireIssue(ctx, issue);
  }),
  route('GET', '/users/myself/recentlyViewedProjects', recentProjects),
  route('GET', '/users/myself/recentlyViewedWikis', recentWikis),
  route('GET', '/users/:id', (ctx) => wireUser(ctx, pathUser(ctx))),
  route(
    'GET',
    '/users/:id/icon',
    (ctx) => {
      const user = pathUser(ctx);
      return letterIcon(user.id, user.name);
    },
    { rate: 'icon' },
  ),
];

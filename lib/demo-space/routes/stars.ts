import { invalid, notFound } from '../api-error';
import { type DemoContext, findIssue, isMember, pathInt } from '../context';
import { pageById } from '../paging';
import { type Route, route } from '../route';
import type { StarRow } from '../rows';
import { wireStar } from '../wire/files';

/** Something that can be starred: where its stars are kept, and how they are announced. */
interface Target {
  readonly stars: StarRow[];
  readonly url: string;
  readonly title: string;
}

function visibleIn<Row extends { projectId: number }>(
  ctx: DemoContext,
  row: Row | undefined,
): Row | undefined {
  const project = row && ctx.state.projects.get(row.projectId);
  return project && isMember(ctx, project) ? row : undefined;
}

function issueTarget(ctx: DemoContext, issueId: number, anchor = ''): Omit<Target, 'stars'> {
  const issue = findIssue(ctx, String(issueId));
  const key = ctx.state.issueKey(issue);
  return { url: `${ctx.origin}/view/${key}${anchor}`, title: `[${key}] ${issue.summary}` };
}

function target(ctx: DemoContext): Target {
  const { params, state } = ctx;
  const [issueId, commentId, wikiId] = [params.int('issueId'), params.int('commentId'), params.int('wikiId')];
  const requestId = params.int('pullRequestId');
  if (issueId) return { ...issueTarget(ctx, issueId), stars: findIssue(ctx, String(issueId)).stars };
  if (commentId) {
    const comment = visibleIn(ctx, state.comments.get(commentId));
    if (!comment) throw notFound('comment');
    return { ...issueTarget(ctx, comment.issueId, `#comment-${comment.id}`), stars: comment.stars };
  }
  if (wikiId) {
    const wiki = visibleIn(ctx, state.wikis.get(wikiId));
    if (!wiki) throw notFound('wiki');
    return { stars: wiki.stars, url: `${ctx.origin}/alias/wiki/${wiki.id}`, title: wiki.name };
  }
  if (requestId) {
    const request = visibleIn(ctx, state.pullRequests.get(requestId));
    if (!request) throw notFound('pullRequest');
    return {
      stars: request.stars,
      url: `${ctx.origin}/git/pullRequests/${request.number}`,
      title: request.summary,
    };
  }
  throw invalid('Nothing to star was named.', 'スターを付ける対象を指定してください。');
}

function add(ctx: DemoContext): undefined {
  const { stars, url, title } = target(ctx);
  if (stars.some((star) => star.presenterId === ctx.user.id)) return;
  const id = ctx.state.nextStarId();
  stars.push({ id, comment: null, url, title, presenterId: ctx.user.id, created: ctx.now() });
}

/** Everything a person can receive stars for, with its author. */
function starred(ctx: DemoContext): { authorId: number; stars: StarRow[] }[] {
  const { issues, comments, wikis, pullRequests } = ctx.state;
  return [issues, comments, wikis, pullRequests].flatMap((table) =>
    table
      .all()
      .filter((row) => row.stars.length > 0)
      .map((row) => ({ authorId: row.createdUserId, stars: row.stars })),
  );
}

function remove(ctx: DemoContext): undefined {
  const id = pathInt(ctx, 'star');
  const holder = starred(ctx).find(({ stars }) =>
    stars.some((star) => star.id === id && star.presenterId === ctx.user.id),
  );
  if (!holder) throw notFound('star');
  holder.stars.splice(
    holder.stars.findIndex((star) => star.id === id),
    1,
  );
}

function received(ctx: DemoContext): StarRow[] {
  const id = pathInt(ctx, 'user');
  if (!ctx.state.users.has(id)) throw notFound('user');
  return starred(ctx).flatMap(({ authorId, stars }) => (authorId === id ? stars : []));
}

function count(ctx: DemoContext) {
  const since = ctx.params.day('since') ?? '0000-00-00';
  const until = ctx.params.day('until') ?? '9999-99-99';
  const day = (star: StarRow): string => new Date(star.created).toISOString().slice(0, 10);
  return { count: received(ctx).filter((star) => day(star) >= since && day(star) <= until).length };
}

/** Stars given to issues, comments, wiki pages and pull requests. */
export const starRoutes: readonly Route[] = [
  route('POST', '/stars', add),
  route('DELETE', '/stars/:star', remove),
  route('GET', '/users/:user/stars', (ctx) => pageById(ctx, received(ctx)).map((row) => wireStar(ctx, row))),
  route('GET', '/users/:user/stars/count', count),
];

import { invalid, notFound } from './api-error';
import type { Params } from './params';
import type { RateClass } from './rate-class';
import type { RateStanding } from './rate-limiter';
import type { IssueRow, Lang, ProjectRow, UserRow } from './rows';
import type { SpaceState } from './state';

/** What a route handler gets: the caller, what was asked, and the space. */
export interface DemoContext {
  /** The authenticated caller. */
  user: UserRow;
  /** The caller's language; names and error sentences are rendered in it. */
  lang: Lang;
  state: SpaceState;
  /** Query and form parameters together. */
  params: Params;
  /** Path parameters such as `idOrKey`, decoded. */
  path: Readonly<Record<string, string>>;
  method: string;
  /** `http://127.0.0.1:4010`, no slash at the end. */
  origin: string;
  /** The uploaded file of a multipart request, or null. */
  upload: { name: string; type: string; bytes: Uint8Array } | null;
  /** Now in epoch milliseconds, cut to whole seconds as Backlog stores it. */
  now(): number;
  /** Where the caller stands in a rate class, this request included. */
  standing(rateClass: RateClass): RateStanding;
}

/** A path parameter. Throws when the route pattern has no such name, which is a mistake in the route. */
export function pathParam(ctx: DemoContext, name: string): string {
  const value = ctx.path[name];
  if (value === undefined) throw new Error(`The route has no parameter ${name}`);
  return value;
}

/** A numeric path parameter; text that is no number is a code 7 refusal. */
export function pathInt(ctx: DemoContext, name: string): number {
  const value = pathParam(ctx, name);
  if (!/^\d{1,15}$/.test(value))
    throw invalid(`${name} must be an integer.`, `${name}は整数で指定してください。`);
  return Number(value);
}

/** Whether the caller belongs to the project; others are answered as if it did not exist. */
export function isMember(ctx: DemoContext, project: ProjectRow): boolean {
  return project.memberIds.includes(ctx.user.id);
}

/** The projects the caller has joined. */
export function joinedProjects(ctx: DemoContext): ProjectRow[] {
  return ctx.state.projects.all().filter((project) => isMember(ctx, project));
}

/** A project by id or key. Throws 404 code 6 when it is absent or the caller is no member. */
export function findProject(ctx: DemoContext, idOrKey: string): ProjectRow {
  const project = /^\d+$/.test(idOrKey)
    ? ctx.state.projects.get(Number(idOrKey))
    : ctx.state.projectByKey(idOrKey);
  if (!project || !isMember(ctx, project)) throw notFound('project');
  return project;
}

/** The project named by the path parameter `project`. */
export function pathProject(ctx: DemoContext): ProjectRow {
  return findProject(ctx, pathParam(ctx, 'project'));
}

/** An issue by id or key. Throws 404 code 6 when it is absent or in a project the caller has not joined. */
export function findIssue(ctx: DemoContext, idOrKey: string): IssueRow {
  const issue = /^\d+$/.test(idOrKey) ? ctx.state.issues.get(Number(idOrKey)) : ctx.state.issueByKey(idOrKey);
  const project = issue && ctx.state.projects.get(issue.projectId);
  if (!issue || !project || !isMember(ctx, project)) throw notFound('issue');
  return issue;
}

/** The issue named by the path parameter `issue`. */
export function pathIssue(ctx: DemoContext): IssueRow {
  return findIssue(ctx, pathParam(ctx, 'issue'));
}

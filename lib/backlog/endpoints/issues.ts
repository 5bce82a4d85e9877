import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Caller, CallOptions } from '../caller';
import { inOrder } from '../in-order';
import { issueSearchParams } from '../issue-search-params';
import { type BacklogComment, commentSchema } from '../schemas/comment';
import { type BacklogIssue, issueSchema } from '../schemas/issue';
import type { IssueListQuery, IssueQuery } from '../schemas/issue-query';
import type { IssueUpdateParams } from '../schemas/issue-update-params';
import { pageSize, type WalkLimits, walkIssues } from './issue-walk';

/** Which comments: a page by id. */
export interface CommentQuery {
  minId?: number | undefined;
  /** 1–100, default 100. */
  count?: number | undefined;
  /** Default desc: newest first. */
  order?: 'asc' | 'desc' | undefined;
}

export interface IssueEndpoints {
  /** @throws AppError FILTER_NEEDS_PROJECT */
  count(query: IssueQuery, options?: CallOptions): Promise<number>;
  /** One page. @throws AppError FILTER_NEEDS_PROJECT */
  list(query: IssueListQuery, options?: CallOptions): Promise<BacklogIssue[]>;
  /** Every issue of the query, each once, in order of creation. @throws AppError WALK_TOO_LONG */
  walk(query: IssueQuery, limits?: WalkLimits, options?: CallOptions): AsyncIterable<BacklogIssue[]>;
  /**
   * Issues by id, 100 per call, in the order of `ids`. Ids that are gone, invisible or in other projects are missing
   * from the answer.
   */
  byIds(
    ids: readonly number[],
    projectIds: readonly number[],
    options?: CallOptions,
  ): Promise<BacklogIssue[]>;
  get(idOrKey: number | string, options?: CallOptions): Promise<BacklogIssue>;
  /** One PATCH, never repeated. The answer is the whole issue as Backlog stored it. */
  update(issueId: number, params: IssueUpdateParams, options?: CallOptions): Promise<BacklogIssue>;
  comments(issueId: number, query?: CommentQuery, options?: CallOptions): Promise<BacklogComment[]>;
}

const issueList = z.array(issueSchema);
const issueCount = z.looseObject({ count: z.number().int().nonnegative() });
const commentList = z.array(commentSchema);

export function issueEndpoints(caller: Caller): IssueEndpoints {
  const count: IssueEndpoints['count'] = async (query, options) => {
    const wanted = { path: '/issues/count', query: issueSearchParams(query), schema: issueCount };
    return (await caller.read(wanted, options)).count;
  };

  const list: IssueEndpoints['list'] = async (query, options) => {
    const { offset = 0, count: rows = pageSize, sort = 'created', order = 'asc' } = query;
    const params = { ...issueSearchParams(query), sort, order, offset, count: rows };
    return caller.read({ path: '/issues', query: params, schema: issueList }, options);
  };

  return {
    count,
    list,
    walk: (query, limits, options) => walkIssues({ count, list }, query, limits, options),

    async byIds(ids, projectIds, options = {}) {
      const wanted = [...new Set(ids)];
      const found = new Map<number, BacklogIssue>();
      const read = (chunk: number[], signal: AbortSignal) =>
        list({ projectIds, ids: chunk }, { ...options, signal });
      for await (const page of inOrder(chunksOf(wanted, pageSize), 2, read, options.signal)) {
        for (const issue of page) found.set(issue.id, issue);
      }
      return wanted.flatMap((id) => found.get(id) ?? []);
    },

    get: async (idOrKey, options) =>
      caller.read({ path: `/issues/${issuePath(idOrKey)}`, schema: issueSchema }, options),

    update: async (issueId, params, options) =>
      caller.write(
        { method: 'PATCH', path: `/issues/${issuePath(issueId)}`, form: { ...params }, schema: issueSchema },
        options,
      ),

    comments: async (issueId, query = {}, options = {}) => {
      const params = { minId: query.minId, count: query.count ?? pageSize, order: query.order ?? 'desc' };
      const path = `/issues/${issuePath(issueId)}/comments`;
      return caller.read({ path, query: params, schema: commentList }, options);
    },
  };
}

/** Only what can be an issue goes into an address; `..` would lead elsewhere. */
function issuePath(idOrKey: number | string): string {
  const text = String(idOrKey);
  if (!/^(\d+|[A-Za-z0-9_]+-\d+)$/.test(text)) throw new AppError('BAD_INPUT', { field: 'issue' });
  return text;
}

function* chunksOf(ids: number[], size: number): Generator<number[]> {
  for (let start = 0; start < ids.length; start += size) yield ids.slice(start, start + size);
}

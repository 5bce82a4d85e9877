import { AppError } from '@/lib/errors';
import type { CallOptions } from '../caller';
import { inOrder } from '../in-order';
import type { BacklogIssue } from '../schemas/issue';
import type { IssueListQuery, IssueQuery } from '../schemas/issue-query';

export const pageSize = 100;

export interface WalkLimits {
  /** More list calls than this are refused before the first page is read. Default 100 (10,000 issues). */
  maxCalls?: number | undefined;
  /** Pages asked for at once. Default 2. */
  inFlight?: number | undefined;
}

interface Pages {
  count(query: IssueQuery, options?: CallOptions): Promise<number>;
  list(query: IssueListQuery, options?: CallOptions): Promise<BacklogIssue[]>;
}

/**
 * Reads every issue of a query, page by page in order of creation, each issue once. Offsets are no snapshot: an issue
 * that leaves the query meanwhile moves the others to the left, so one may slip between two pages. If fewer rows came
 * than were counted, the pages are read once more and what had slipped is added. Issues created during the walk are
 * not part of it.
 *
 * @throws AppError WALK_TOO_LONG with `calls` and `count`
 */
export async function* walkIssues(
  pages: Pages,
  query: IssueQuery,
  limits: WalkLimits = {},
  options: CallOptions = {},
): AsyncGenerator<BacklogIssue[]> {
  const { maxCalls = 100, inFlight = 2 } = limits;
  const count = await pages.count(query, options);
  const calls = Math.ceil(count / pageSize);
  if (calls > maxCalls) throw new AppError('WALK_TOO_LONG', { calls, count });

  const readPage = (offset: number, signal: AbortSignal) =>
    pages.list({ ...query, offset, count: pageSize, sort: 'created', order: 'asc' }, { ...options, signal });
  const seen = new Set<number>();
  let rows = 0;

  async function* pass(): AsyncGenerator<BacklogIssue[]> {
    for await (const page of inOrder(offsets(count), inFlight, readPage, options.signal)) {
      rows += page.length;
      const fresh = page.filter((issue) => !seen.has(issue.id));
      for (const issue of fresh) seen.add(issue.id);
      if (fresh.length > 0) yield fresh;
    }
  }

  yield* pass();
  if (rows < count) yield* pass();
}

function* offsets(count: number): Generator<number> {
  for (let offset = 0; offset < count; offset += pageSize) yield offset;
}

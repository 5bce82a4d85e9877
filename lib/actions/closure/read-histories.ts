import { and, eq, inArray } from 'drizzle-orm';
import { type BacklogClient, type BacklogComment, isBacklogError } from '@/lib/backlog';
import { type HistoryEvent, historyEvents } from '@/lib/bulk/operations/milestone-history';
import { issueHistories } from '@/lib/db/schema';
import type { ActionContext } from '../context';

/** More reads than this for one milestone are not worth their share of a person's quota. */
export const MOST_READS = 300;
/** Of a person's reads, as of their screens. */
const lanes = 2;
const pageSize = 100;

/** What the column `events` of `issue_histories` holds. */
export interface StoredHistory {
  events: HistoryEvent[];
  /** Pages of comments that were read for it. */
  reads: number;
}

/** An issue whose history is wanted; another `updated` than the stored one means that it has to be read again. */
interface WantedIssue {
  id: number;
  updated: string;
}

export interface HistoryReading {
  state: 'reading' | 'ready' | 'tooMany';
  /** By issue id, as far as they are known. */
  histories: Map<number, HistoryEvent[]>;
}

/**
 * The change logs of issues: what is stored, and then what is missing, read until the time is up. Each history is stored
 * as soon as it is there, so the next call goes on where this one stopped. At least one is read per call.
 *
 * @param until of `ctx.clock`, ms; nothing new is begun after it
 * @throws BacklogError other than BACKLOG_RATE_LIMITED, which ends the reading for now
 */
export async function readHistories(
  ctx: ActionContext,
  issues: readonly WantedIssue[],
  until: number,
): Promise<HistoryReading> {
  const known = await storedHistories(ctx, issues);
  const queue = issues.filter(({ id }) => !known.has(id));
  let reads = queue.length + [...known.values()].reduce((all, history) => all + history.reads, 0);
  let stopped = false;
  let begun = 0;

  async function lane(): Promise<void> {
    for (;;) {
      const late = begun > 0 && ctx.clock.now().getTime() >= until;
      const issue = stopped || late || reads > MOST_READS ? undefined : queue.shift();
      if (issue === undefined) return;
      begun += 1;
      try {
        const history = await readOnce(ctx, issue);
        reads += history.reads - 1;
        known.set(issue.id, history);
      } catch (error) {
        stopped = true;
        if (!isBacklogError(error) || error.code !== 'BACKLOG_RATE_LIMITED') throw error;
      }
    }
  }

  // Both lanes end before an error is raised: nothing is read behind the back of a call that has failed.
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  const histories = new Map([...known].map(([id, { events }]) => [id, events]));
  if (reads > MOST_READS) return { state: 'tooMany', histories };
  return { state: known.size < issues.length ? 'reading' : 'ready', histories };
}

async function storedHistories(
  { db, actor }: ActionContext,
  issues: readonly WantedIssue[],
): Promise<Map<number, StoredHistory>> {
  if (issues.length === 0) return new Map();
  const rows = await db
    .select()
    .from(issueHistories)
    .where(
      and(
        eq(issueHistories.spaceHost, actor.spaceHost),
        eq(issueHistories.userId, actor.userId),
        inArray(
          issueHistories.issueId,
          issues.map(({ id }) => id),
        ),
      ),
    );
  const updated = new Map(issues.map((issue) => [issue.id, issue.updated]));
  const fresh = rows.filter((row) => updated.get(row.issueId) === row.issueUpdated);
  // Written by `store` alone, which writes exactly this.
  return new Map(fresh.map((row) => [row.issueId, row.events as StoredHistory]));
}

const underWay = new WeakMap<BacklogClient, Map<number, Promise<StoredHistory>>>();

/** One reading of an issue at a time per person: a second look at the same moment waits for the first. */
function readOnce(ctx: ActionContext, issue: WantedIssue): Promise<StoredHistory> {
  const own = underWay.get(ctx.backlog) ?? new Map<number, Promise<StoredHistory>>();
  underWay.set(ctx.backlog, own);
  const reading = own.get(issue.id) ?? readAndStore(ctx, issue).finally(() => own.delete(issue.id));
  own.set(issue.id, reading);
  return reading;
}

async function readAndStore(ctx: ActionContext, issue: WantedIssue): Promise<StoredHistory> {
  const { db, actor, backlog, clock } = ctx;
  const history = await readHistory(backlog, issue.id);
  const values = { issueUpdated: issue.updated, events: history, readAt: clock.now() };
  await db
    .insert(issueHistories)
    .values({ spaceHost: actor.spaceHost, userId: actor.userId, issueId: issue.id, ...values })
    .onConflictDoUpdate({
      target: [issueHistories.spaceHost, issueHistories.userId, issueHistories.issueId],
      set: values,
    });
  return history;
}

async function readHistory({ issues }: BacklogClient, issueId: number): Promise<StoredHistory> {
  const comments = new Map<number, BacklogComment>();
  let minId = 0;
  for (let reads = 1; ; reads += 1) {
    const page = await issues
      // The page waits by asking again, not in a call that holds its answer back.
      .comments(issueId, { minId, count: pageSize, order: 'asc' }, { waitForResetMs: 0 })
      .catch(noneOfDeleted);
    const before = comments.size;
    for (const comment of page) {
      comments.set(comment.id, comment);
      minId = Math.max(minId, comment.id);
    }
    // Whether `minId` itself is part of a page is not documented.
    const last = page.length < pageSize || comments.size === before || reads > MOST_READS;
    if (last) return { events: historyEvents([...comments.values()]), reads };
  }
}

/** An issue that was deleted after the list was read has no history that anybody asks for. */
function noneOfDeleted(error: unknown): BacklogComment[] {
  if (isBacklogError(error) && error.code === 'BACKLOG_NOT_FOUND') return [];
  throw error;
}

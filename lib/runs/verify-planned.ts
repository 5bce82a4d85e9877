import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { imageOf, resolveAgainstFresh } from '@/lib/bulk';
import { isUniqueViolation } from '@/lib/db';
import type { LedgerItem } from './ledger-item';
import { hasOwnComment } from './reconcile';
import type { RunContext, StepResult } from './run-context';
import { storedImage } from './stored';
import { adoptWrite } from './verify-ledger';

type Looking = Pick<RunContext, 'db' | 'lease' | 'run' | 'client'>;

/**
 * Looks on an issue that the ledger has as not begun for our own write, which the end of the ledger may have lost. A
 * comment of ours proves it. Without one: every field is at its target, and the last to change the issue was our
 * person, later than the plan read it. All times are Backlog's own. A write that is found is entered; nothing is sent.
 *
 * @returns null when there is no trace of us: the item is carried out as usual
 * @throws BacklogError when the comments cannot be read
 */
export async function recogniseOwnWrite(
  ctx: Looking,
  item: LedgerItem,
  fresh: BacklogIssue,
): Promise<StepResult | null> {
  if (!(await wroteIt(ctx, item, fresh))) return null;
  const { db, lease, run } = ctx;
  const { diffs, params, issueUpdated } = item.plan;
  // What undo puts back: the plan's values are the last that are known from before the write.
  const before = storedImage(Object.fromEntries(diffs.map((diff) => [diff.field, diff.before])));
  const after = imageOf(
    fresh,
    diffs.map((diff) => diff.field),
    run.timezone,
  );
  try {
    const found = { intent: { params, before, issueUpdated }, after };
    await adoptWrite(db, lease, run, item, found);
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: 'locked' };
    throw error;
  }
  return { kind: 'ended', outcome: 'applied', reason: null };
}

async function wroteIt(ctx: Looking, item: LedgerItem, fresh: BacklogIssue): Promise<boolean> {
  const { run, client } = ctx;
  const { params, issueUpdated } = item.plan;
  if (Date.parse(fresh.updated) <= Date.parse(issueUpdated)) return false;
  if (params.comment !== undefined) {
    const comments = await client.issues.comments(item.issueId, { count: 100 });
    return hasOwnComment(comments, { text: params.comment, userId: run.userId, issueUpdated });
  }
  if (fresh.updatedUser?.id !== run.userId) return false;
  return resolveAgainstFresh(item.plan, fresh, run.timezone).kind === 'unchanged';
}

import { and, eq, inArray, sql } from 'drizzle-orm';
import { type BacklogClient, isBacklogError } from '@/lib/backlog';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { type FieldImage, imageOf, type PlanItem } from '@/lib/bulk';
import { mergeList } from '@/lib/bulk/merge-list';
import type { Database } from '@/lib/db';
import { planItems, plans, runItems, runs } from '@/lib/db/schema';
import type { RunRow } from './claim';
import { keyIs, type RunKey, writeAudit } from './control';
import { wordsOf } from './failed-call';
import type { Intent, ItemResult, StepIntent } from './ledger-item';
import { readAndFind } from './read-step';
import { carriesComment, decideByReading, hasOwnComment, isSentOnce } from './reconcile';
import { storedImage, storedItem, storedParams, storedStepIntent } from './stored';
import { touchedFields } from './touched-fields';
import { hasEnded, itemStatesBefore } from './transitions';

/** How an item whose outcome was unknown stands now; `unknown` when reading could not decide it either. */
export type Settled = 'applied' | 'conflict' | 'rejected' | 'unknown';

interface UnknownItem {
  run: RunRow;
  timezone: string;
  position: number;
  issueId: number;
  issueKey: string;
  attempt: number;
  plan: PlanItem;
  intent: Intent;
  /** The intent of a side step; null for an issue. */
  step: StepIntent | null;
}

/**
 * Looks once more at an item whose outcome is unknown: issue and comments are read again.
 * @returns null when the item is not (or no longer) unknown
 * @throws BacklogError when Backlog cannot be read
 */
export async function lookAgain(
  db: Database,
  client: BacklogClient,
  key: RunKey,
  position: number,
): Promise<Settled | null> {
  const item = await loadUnknown(db, key, position);
  if (item === null) return null;
  const result = item.step === null ? await judge(client, item) : await judgeStep(client, item, item.step);
  if (result === null) return 'unknown';
  return (await record(db, item, result, 'reading')) ? result.outcome : null;
}

/**
 * Takes a person's word for an unknown item, after they have looked at Backlog.
 * @param by who says so and when (UTC instant)
 * @returns null when the item is not (or no longer) unknown
 */
export async function settleByHand(
  db: Database,
  key: RunKey,
  position: number,
  word: { applied: boolean; by: { name: string; at: string } },
): Promise<Settled | null> {
  const item = await loadUnknown(db, key, position);
  if (item === null) return null;
  const reason = { code: 'SETTLED_BY_HAND', by: word.by } as const;
  const result: Result = word.applied
    ? { outcome: 'applied', ...(item.issueId < 0 ? {} : { after: targetImage(item) }), differs: [], reason }
    : { outcome: 'rejected', reason };
  return (await record(db, item, result, 'hand')) ? result.outcome : null;
}

type Result = ItemResult & { outcome: Exclude<Settled, 'unknown'> };

async function loadUnknown(db: Database, key: RunKey, position: number): Promise<UnknownItem | null> {
  const [row] = await db
    .select({ run: runs, item: runItems, plan: planItems.item, timezone: plans.timezone })
    .from(runItems)
    .innerJoin(runs, eq(runs.id, runItems.runId))
    .innerJoin(plans, eq(plans.id, runs.planId))
    .innerJoin(planItems, and(eq(planItems.planId, runs.planId), eq(planItems.position, runItems.position)))
    .where(and(keyIs(key), eq(runItems.position, position), eq(runItems.state, 'unknown')));
  if (row === undefined) return null;
  const { run, item, plan, timezone } = row;
  return {
    run,
    timezone,
    position,
    issueId: item.issueId,
    issueKey: item.issueKey,
    attempt: item.attempt,
    plan: storedItem(plan, true),
    intent: {
      params: storedParams(item.params),
      before: storedImage(item.beforeImage),
      issueUpdated: item.issueUpdated ?? '',
    },
    step: item.issueId < 0 ? storedStepIntent(item) : null,
  };
}

/** What reading tells of a side step; null when it tells nothing, as of one that was never to be seen. */
async function judgeStep(
  client: BacklogClient,
  { plan: { step }, timezone, run: { userId } }: UnknownItem,
  intent: StepIntent,
): Promise<Result | null> {
  if (step === undefined) return null;
  const finding = await readAndFind({ client, timezone, userId }, step, intent);
  if (finding.kind !== 'applied') return null;
  const { kind: _, ...found } = finding;
  return { outcome: 'applied', differs: [], ...found };
}

/** What reading tells; null when it tells nothing. */
async function judge(client: BacklogClient, item: UnknownItem): Promise<Result | null> {
  const { intent, run, timezone, issueId, attempt } = item;
  let fresh: BacklogIssue;
  try {
    fresh = await client.issues.get(issueId);
  } catch (error) {
    if (!isBacklogError(error) || error.code !== 'BACKLOG_NOT_FOUND') throw error;
    return { outcome: 'rejected', reason: { code: 'GONE', ...wordsOf(error) } };
  }
  let ownComment: boolean | null = null;
  if (carriesComment(intent)) {
    const comments = await client.issues.comments(issueId, { count: 100 });
    const text = intent.params.comment ?? '';
    ownComment = hasOwnComment(comments, { text, userId: run.userId, issueUpdated: intent.issueUpdated });
  }
  const finding = decideByReading({ intent, fresh, ownComment, userId: run.userId, timezone });
  switch (finding.kind) {
    case 'applied':
      return {
        outcome: 'applied',
        after: imageOf(fresh, touchedFields(intent.before), timezone),
        differs: finding.differs,
      };
    case 'conflict': {
      const now = imageOf(fresh, finding.fields, timezone);
      const fields = finding.fields.map((field) => ({
        field,
        planned: intent.before[field] ?? null,
        now: now[field] ?? null,
      }));
      const by = fresh.updatedUser === null ? null : { name: fresh.updatedUser.name, at: fresh.updated };
      return { outcome: 'conflict', reason: { code: 'CHANGED_DURING_WRITE', fields, by } };
    }
    case 'notApplied':
      // A comment that is not to be seen may have been deleted, and who was told cannot be read: only a person can say.
      return isSentOnce(intent)
        ? null
        : { outcome: 'rejected', reason: { code: 'NOT_CARRIED_OUT', attempts: attempt } };
  }
}

/** Touched fields as the write would have left them: what an undo compares with. */
function targetImage({ plan, intent }: UnknownItem): FieldImage {
  const image = Object.fromEntries(
    plan.diffs
      .filter((diff) => intent.before[diff.field] !== undefined)
      .map((diff) => {
        const before = intent.before[diff.field];
        const merged = 'merge' in diff && diff.merge && Array.isArray(before);
        return [diff.field, merged ? mergeList(before, diff.add, diff.remove) : diff.after];
      }),
  );
  return storedImage(image);
}

/** Result, figures and record in one transaction. False when somebody was quicker. */
async function record(
  db: Database,
  item: UnknownItem,
  result: Result,
  how: 'reading' | 'hand',
): Promise<boolean> {
  const { outcome, after = null, createdId = null, differs = null, reason = null } = result;
  return db.transaction(async (tx) => {
    const [run] = await tx.select().from(runs).where(eq(runs.id, item.run.id)).for('update');
    const [moved] = await tx
      .update(runItems)
      .set({ state: outcome, afterImage: after, createdId, differs, reason, endedAt: sql`now()` })
      .where(
        and(
          eq(runItems.runId, item.run.id),
          eq(runItems.position, item.position),
          eq(runItems.state, 'unknown'),
          inArray(runItems.state, itemStatesBefore(outcome)),
        ),
      )
      .returning({ position: runItems.position });
    if (run === undefined || moved === undefined) return false;
    await tx
      .update(runs)
      .set({
        // Counted anew by whoever shows the run.
        counts: null,
        // What is looked at now happened long ago: it does not count towards stopping the run.
        ...(outcome === 'rejected' && !hasEnded(run.state)
          ? { failuresAccepted: run.failuresAccepted + 1 }
          : {}),
      })
      .where(eq(runs.id, run.id));
    const { position, issueId, issueKey } = item;
    const data = { position, issueId, issueKey, outcome, how, after, reason: reason?.code ?? null };
    await writeAudit(tx, { ...run, actorType: 'user' }, 'run.settled', data);
    return true;
  });
}

import { type CallOptions, isBacklogError } from '@/lib/backlog';
import { deletingSteps, milestoneImage, type PlanStep, type StepImage, wikiImage } from '@/lib/bulk';
import { countHolders, countOpenHolders } from './count-holders';
import { afterFailedRead } from './failed-call';
import { afterFailedWrite } from './failed-write';
import type { ItemReason } from './item-reason';
import { commitIntent } from './ledger';
import type { ItemResult, OpenStep, StepIntent, StepItem, StepParams } from './ledger-item';
import { lookBackAtStep } from './look-back-at-step';
import { readAndDecide } from './read-step';
import { recordItem } from './record-item';
import type { RunContext, StepResult } from './run-context';
import { sendWrite } from './send-write';
import { notDoneBefore } from './stages';
import { whyReportHeld } from './why-report-held';

/**
 * Carries out one planned side step as `applyItem` does an issue: read → decide → commit the intent → send → result and
 * audit. Nothing is sent where the step has nothing to do or would do harm.
 *
 * @param itemsLeft this one included; what the pace has to fit into the quota
 */
export async function applyStep(ctx: RunContext, item: StepItem, itemsLeft: number): Promise<StepResult> {
  for (;;) {
    const askedAt = ctx.clock.monotonic();
    let decision: { send: StepIntent } | { end: ItemResult };
    try {
      const own = await ctx.verification.recogniseStep(item);
      if (own !== null) return own;
      decision = await decide(ctx, item);
    } catch (error) {
      return afterFailedRead(ctx, item, error);
    }
    if ('end' in decision) return recordItem(ctx, item, decision.end);

    const turn = await ctx.pacer.turn(itemsLeft);
    if (turn.kind === 'interrupted') return turn;
    const stale = ctx.clock.monotonic() - askedAt > ctx.timings.staleReadMs;
    if (!stale || !turn.waited) return write(ctx, item, decision.send);
  }
}

async function decide(ctx: RunContext, item: StepItem): Promise<{ send: StepIntent } | { end: ItemResult }> {
  const { client, run } = ctx;
  const { step } = item.plan;
  const decision = await readAndDecide({ client, ...run }, step);
  if (decision.kind === 'end') {
    const { kind: _, ...end } = decision;
    return { end };
  }
  const reason = await whyNot(ctx, item);
  if (reason !== null) return { end: { outcome: 'rejected', reason } };
  return { send: { params: decision.params, before: decision.before } };
}

/** What only the ledger, or Backlog by counting, can hold against a step; null when nothing does. */
async function whyNot({ db, client, run }: RunContext, item: StepItem): Promise<ItemReason | null> {
  const { step, stage = 0 } = item.plan;
  const held = await whyReportHeld({ db, run }, item);
  if (held !== null) return held;
  if (step.kind === 'deleteMilestone') {
    const count = await countHolders(client, step);
    return count === 0 ? null : { code: 'MILESTONE_NOT_EMPTY', count };
  }
  if (step.kind !== 'archiveMilestone' || !step.afterSuccess) return null;
  const { failed, held: reports } = await notDoneBefore(db, run.id, { stage, position: item.position });
  const open = await countOpenHolders(client, step);
  if (failed + reports + open === 0) return null;
  return { code: 'HELD_BACK', failed, open, ...(reports > 0 ? { report: true } : {}) };
}

async function write(ctx: RunContext, item: StepItem, intent: StepIntent): Promise<StepResult> {
  const { db, lease, observer, run } = ctx;
  const { step } = item.plan;
  await observer('item.beforeIntent', { id: run.id, position: item.position });
  const attempt = await commitIntent(db, lease, item.position, intent);
  if (attempt === null) return { kind: 'interrupted' };
  const open: OpenStep = { ...item, attempt, stepIntent: { ...intent, settled: false } };
  const sent = await sendWrite(ctx, open, (options) => call(ctx, step, intent.params, options));
  if ('error' in sent) return afterFailure(ctx, open, sent.error);
  const { answer, durationMs } = sent;
  // Lists that were read before do not know what the step did.
  ctx.reference.forget(step.projectId);
  return recordItem(ctx, open, { outcome: 'applied', ...answer, differs: [], durationMs });
}

/** Sends the one request of a step. The answer tells what stands there after it. */
async function call(
  { client: { versions, wikis }, run: { timezone } }: RunContext,
  step: PlanStep,
  params: StepParams,
  options: CallOptions,
): Promise<{ after: StepImage; createdId?: number }> {
  const { name = step.name, startDate = null, releaseDueDate = null, archived } = params;
  switch (step.kind) {
    case 'createMilestone': {
      const made = await versions.create(step.projectId, { name, startDate, releaseDueDate }, options);
      return { after: { milestone: milestoneImage(made, timezone) }, createdId: made.id };
    }
    case 'archiveMilestone': {
      const update = archived === undefined ? { name } : { name, archived };
      const changed = await versions.update(step.projectId, step.milestoneId, update, options);
      return { after: { milestone: milestoneImage(changed, timezone) } };
    }
    case 'deleteMilestone':
      await versions.remove(step.projectId, step.milestoneId, options);
      return { after: { milestone: null } };
    case 'createWiki': {
      const made = await wikis.create(step.projectId, { name, content: params.content ?? '' }, options);
      return { after: { milestone: null, wiki: wikiImage(made) }, createdId: made.id };
    }
    case 'deleteWiki':
      await wikis.remove(step.wikiId, options);
      return { after: { milestone: null, wiki: null } };
  }
}

async function afterFailure(ctx: RunContext, item: OpenStep, error: unknown): Promise<StepResult> {
  const gone = isBacklogError(error) && error.code === 'BACKLOG_NOT_FOUND';
  // What was to be deleted is not there: somebody was faster.
  if (gone && deletes(item.plan.step)) {
    return recordItem(ctx, item, { outcome: 'unchanged' });
  }
  return afterFailedWrite(ctx, item, error, (look) => lookBackAtStep(ctx, item, look));
}

function deletes({ kind }: PlanStep): boolean {
  return deletingSteps.some((deleting) => deleting === kind);
}

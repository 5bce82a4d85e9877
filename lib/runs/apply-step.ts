import { type CallOptions, isBacklogError } from '@/lib/backlog';
import type { BacklogVersion } from '@/lib/backlog/schemas/issue';
import { milestoneImage, type PlanStep, type StepImage } from '@/lib/bulk';
import { afterFailedRead } from './failed-call';
import { afterFailedWrite } from './failed-write';
import { commitIntent } from './ledger';
import type { ItemResult, OpenStep, StepIntent, StepItem, StepParams } from './ledger-item';
import { lookBackAtStep } from './look-back-at-step';
import { readMilestones } from './read-milestones';
import { recordItem } from './record-item';
import type { RunContext, StepResult } from './run-context';
import { sendWrite } from './send-write';
import { decideStep } from './step-decisions';

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
      decision = await decide(ctx, item.plan.step);
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

async function decide(ctx: RunContext, step: PlanStep): Promise<{ send: StepIntent } | { end: ItemResult }> {
  const decision = decideStep(step, await readMilestones(ctx, step));
  if (decision.kind === 'end') {
    const { kind: _, ...end } = decision;
    return { end };
  }
  if (step.kind === 'deleteMilestone') {
    const count = await countHolders(ctx, step);
    if (count > 0) {
      return { end: { outcome: 'rejected', reason: { code: 'MILESTONE_NOT_EMPTY', count } } };
    }
  }
  return { send: { params: decision.params, before: decision.before } };
}

/** How many issues hold a milestone, be it as milestone or as version. */
async function countHolders(
  { client }: RunContext,
  { projectId, milestoneId }: Extract<PlanStep, { kind: 'deleteMilestone' }>,
): Promise<number> {
  const projectIds = [projectId];
  const asMilestone = await client.issues.count({ projectIds, milestoneIds: [milestoneId] });
  const asVersion = await client.issues.count({ projectIds, versionIds: [milestoneId] });
  return Math.max(asMilestone, asVersion);
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
  const milestone = milestoneImage(answer, run.timezone);
  const after: StepImage = { milestone: step.kind === 'deleteMilestone' ? null : milestone };
  const created = step.kind === 'createMilestone' ? { createdId: answer.id } : {};
  return recordItem(ctx, open, { outcome: 'applied', after, differs: [], durationMs, ...created });
}

function call(
  { client: { versions } }: RunContext,
  step: PlanStep,
  params: StepParams,
  options: CallOptions,
): Promise<BacklogVersion> {
  const { name = step.name, startDate = null, releaseDueDate = null, archived } = params;
  switch (step.kind) {
    case 'createMilestone':
      return versions.create(step.projectId, { name, startDate, releaseDueDate }, options);
    case 'archiveMilestone': {
      const update = archived === undefined ? { name } : { name, archived };
      return versions.update(step.projectId, step.milestoneId, update, options);
    }
    case 'deleteMilestone':
      return versions.remove(step.projectId, step.milestoneId, options);
  }
}

async function afterFailure(ctx: RunContext, item: OpenStep, error: unknown): Promise<StepResult> {
  const gone = isBacklogError(error) && error.code === 'BACKLOG_NOT_FOUND';
  // What was to be deleted is not there: somebody was faster.
  if (gone && item.plan.step.kind === 'deleteMilestone') {
    return recordItem(ctx, item, { outcome: 'unchanged' });
  }
  return afterFailedWrite(ctx, item, error, (look) => lookBackAtStep(ctx, item, look));
}

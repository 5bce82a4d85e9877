import type { PlanStep } from '@/lib/bulk';
import { afterFailedRead } from './failed-call';
import { backToPlanned, settleLater } from './ledger';
import type { OpenStep } from './ledger-item';
import type { LookBack } from './look-back';
import { readAndFind } from './read-step';
import { recordItem } from './record-item';
import type { RunContext, StepResult } from './run-context';
import type { StepFinding } from './step-decisions';

/**
 * Decides an open side step by reading back what it is about. Creating and deleting are sent at most once; archiving is
 * an absolute value and may be sent again.
 */
export async function lookBackAtStep(ctx: RunContext, item: OpenStep, look: LookBack): Promise<StepResult> {
  const { step } = item.plan;
  const refused = look.cause === 'refused';
  // One of this name that is there now is not ours: ours was refused.
  if (refused && creates(step)) return recordRefusal(ctx, item, look);
  let finding: StepFinding;
  try {
    const { client, run } = ctx;
    finding = await readAndFind({ client, ...run }, step, item.stepIntent);
  } catch (error) {
    return afterFailedRead(ctx, item, error);
  }
  switch (finding.kind) {
    case 'applied': {
      if (refused && item.attempt === 1) return recordItem(ctx, item, { outcome: 'unchanged' });
      const { kind: _, ...found } = finding;
      return recordItem(ctx, item, { outcome: 'applied', differs: [], ...found });
    }
    case 'gone':
      return recordItem(ctx, item, { outcome: 'rejected', reason: { code: 'GONE' } });
    case 'notApplied':
      return refused ? recordRefusal(ctx, item, look) : concludeNotApplied(ctx, item, look);
  }
}

function creates({ kind }: PlanStep): boolean {
  return kind === 'createMilestone' || kind === 'createWiki';
}

function recordRefusal(ctx: RunContext, item: OpenStep, look: LookBack): Promise<StepResult> {
  return recordItem(ctx, item, { outcome: 'rejected', reason: { code: 'REFUSED', ...look.words } });
}

async function concludeNotApplied(ctx: RunContext, item: OpenStep, look: LookBack): Promise<StepResult> {
  const { db, lease, timings } = ctx;
  const { attempt, position, plan, stepIntent } = item;
  const sentOnceOnly = plan.step.kind !== 'archiveMilestone';
  const cancelling = lease.current().state === 'cancelling';
  const delayMs = timings.retryDelaysMs[attempt - 1];
  // As for issues: Backlog may still carry out what it received, and what is said now is final.
  const lastOfLeftover = look.cause === 'leftover' && delayMs === undefined;
  const needsTime = look.cause === 'lost' || sentOnceOnly || cancelling || lastOfLeftover;
  if (!stepIntent.settled && needsTime) {
    await settleLater(db, lease, position, timings.settleMs);
    return { kind: 'later' };
  }
  // One that was created and renamed since looks the same as one that was never created.
  if (creates(plan.step)) {
    return recordItem(ctx, item, { outcome: 'unknown', reason: { code: 'ANSWER_LOST', ...look.words } });
  }
  if (cancelling) return recordItem(ctx, item, { outcome: 'cancelled' });
  if (sentOnceOnly || delayMs === undefined) {
    const reason = { code: 'NOT_CARRIED_OUT', attempts: attempt, ...look.words } as const;
    return recordItem(ctx, item, { outcome: 'rejected', reason });
  }
  await backToPlanned(db, lease, position, { unsent: false });
  const leftover = look.cause === 'leftover';
  return { kind: 'again', delayMs: leftover ? 0 : delayMs, trouble: !leftover };
}

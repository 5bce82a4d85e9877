import { afterEach } from 'vitest';
import type { ClosureInput, DeletingStep } from '@/lib/bulk';
import type { DatabaseKind } from '@/lib/db';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, untilState, type World } from '@/lib/runs/testing';
import { plansApprove } from '../plans/approve';
import { plansGet } from '../plans/get';
import type { PlanSummary } from '../plans/plan-schemas';
import { plansShow } from '../plans/show';
import { contextOf, type TestContext } from '../testing';
import { closureDraft } from './draft';
import { closureRecordAction } from './record';

/** Sprint 1 of the small space is closed; what is open goes to a new Sprint 3. */
export function closureInput(given: Partial<ClosureInput> = {}): ClosureInput {
  return {
    projectId: IDS.demo,
    milestone: { id: IDS.sprint1, label: 'Sprint 1' },
    resolvedIsDone: true,
    next: { kind: 'new', name: 'Sprint 3', startDate: '2026-12-07', dueDate: '2026-12-18' },
    unfinished: 'next',
    decisions: {},
    leftOut: [],
    resolution: { id: 0, label: '対応済み' },
    moveDueDates: false,
    archive: true,
    report: { wiki: null, comment: null },
    ...given,
  };
}

/** 未対応, 処理中, 処理済み, 完了 in turn; the first of them is in Sprint 2 as well. */
export const statusOf = (id: number) => ((id - FIRST) % 4) + 1;

/** Closures of Sprint 1 in worlds that are closed after each test of the calling file. */
export function closuresOfTests(kind: DatabaseKind) {
  const worlds: World[] = [];
  afterEach(async () => {
    for (const one of worlds.splice(0)) await one.close();
  });

  async function setUp(issues = 4): Promise<{ w: World; ctx: TestContext }> {
    const w = await createWorld(kind, {
      issues,
      issue: (id) => ({
        statusId: statusOf(id),
        milestoneIds: id === FIRST ? [IDS.sprint2, IDS.sprint1] : [IDS.sprint1],
        estimatedHours: 2,
      }),
    });
    worlds.push(w);
    return { w, ctx: contextOf(w) };
  }
  const draft = (ctx: TestContext, given: Partial<ClosureInput> = {}) =>
    closureDraft.run({ ctx, input: closureInput(given) });
  const get = (ctx: TestContext, plan: PlanSummary) => plansGet.run({ ctx, input: { planId: plan.id } });
  const record = (ctx: TestContext, runId: string) => closureRecordAction.run({ ctx, input: { runId } });
  async function approve(ctx: TestContext, plan: PlanSummary, confirmed?: DeletingStep[]) {
    const { ticketId } = await plansShow.run({ ctx, input: { planId: plan.id } });
    const input = { planId: plan.id, digest: plan.digest ?? '', ticketId, pace: 'limit' as const };
    return plansApprove.run({ ctx, input: confirmed === undefined ? input : { ...input, confirmed } });
  }
  async function carryOut(w: World, ctx: TestContext, plan: PlanSummary, confirmed?: DeletingStep[]) {
    const { runId } = await approve(ctx, plan, confirmed);
    const worker = w.worker();
    const run = await untilState(w, runId, 'done', 'paused');
    await worker.stop();
    return run;
  }
  const writes = async (w: World) => (await w.log()).filter(({ method }) => method !== 'GET');
  const held = async (w: World, id: number) =>
    (await w.client.issues.get(id)).milestone.map((one) => one.name);
  return { setUp, draft, get, record, approve, carryOut, writes, held };
}

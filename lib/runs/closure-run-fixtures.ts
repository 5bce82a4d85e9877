import { expect } from 'vitest';
import { IDS } from '@/lib/demo-space/testing';
import { resumeRun } from './control';
import { retryFailed } from './retry';
import { milestones } from './steps-fixtures';
import { SPACE, untilState, type World } from './testing';

export const states = (items: { state: string }[]) => items.map((item) => item.state);
export const isArchived = async (w: World) => (await milestones(w)).get('Sprint 1')?.archived;
export const keyOf = (runId: string, userId: number = IDS.admin) => ({ runId, spaceHost: SPACE, userId });
const refusal = {
  kind: 'status' as const,
  status: 400,
  body: { errors: [{ message: '不正です。', code: 6 }] },
};
export const refuse = (w: World, id: number) =>
  w.fault({ match: { method: 'PATCH', path: `/api/v2/issues/${id}` }, effect: refusal, times: 1 });

/** Carries a plan out, says "go on" at every pause, and tells what each pause said. */
export async function goingOn(w: World, plan: Parameters<World['approve']>[0]) {
  const run = await w.approve(plan);
  const worker = w.worker();
  const pauses: unknown[] = [];
  for (;;) {
    const now = await untilState(w, run.id, 'paused', 'done');
    if (now.state === 'done') break;
    pauses.push(now.waitDetail);
    expect(await resumeRun(w.db, keyOf(run.id, plan.userId))).toBe(true);
    worker.wake();
  }
  await worker.stop();
  return { run, pauses, items: await w.items(run.id) };
}

/** Takes the failed items of a run up again and carries it out to its end. */
export async function again(w: World, runId: string) {
  const positions = await retryFailed(w.db, keyOf(runId));
  const worker = w.worker();
  await untilState(w, runId, 'done');
  await worker.stop();
  return { positions, items: await w.items(runId) };
}

import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { notificationForecast } from '@/lib/bulk/notification-forecast';
import { notifyFixes } from '@/lib/bulk/notify-fixes';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, SPACE, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { contextOf } from '../testing';
import { plansApprove } from './approve';
import { plansDraftBulkUpdate } from './draft-bulk-update';
import { plansFix } from './fix';
import { plansGet } from './get';
import { plansSetIncluded } from './set-included';
import { plansShow } from './show';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const members = [IDS.admin, IDS.normal, IDS.reporter, IDS.viewer, IDS.guestReporter, IDS.english];
/** Of six issues: two of the person who approves, two of 一般 花子, one of Emma, one of nobody. */
const assignees = [IDS.admin, IDS.admin, IDS.normal, IDS.normal, IDS.english, null];
const named = (id: number) => ({ id, label: `人${id}` });
const high: Change = { field: 'priority', verb: 'set', to: { id: 2, label: '高' } };
const tell = (...ids: number[]): Change => ({ field: 'notify', verb: 'add', people: ids.map(named) });
const toEnglish: Change = { field: 'assignee', verb: 'set', to: named(IDS.english) };

/** What people have in their lists at the demo space, most first. */
async function received(w: World): Promise<number[][]> {
  const counts = await Promise.all(
    members.map(async (userId) => {
      const request = new Request(`http://${SPACE}/api/v2/notifications?count=100`, {
        headers: { 'Backlog-API-Key': `key-${userId}` },
      });
      const list: unknown = await (await w.space.handle(request)).json();
      return [userId, Array.isArray(list) ? list.length : -1];
    }),
  );
  return counts.filter(([, count]) => count !== 0).sort(([a = 0, m = 0], [b = 0, n = 0]) => n - m || a - b);
}

describe.each(databaseKinds)('the notification forecast on %s', (kind) => {
  it.each<[string, Change[], number[], number[]]>([
    ['of an update', [high], [], []],
    ['of an update that gives issues to somebody', [toEnglish], [], []],
    ['of a comment', [{ field: 'comment', verb: 'add', text: '確認をお願いします。' }], [], []],
    ['with people who are told', [high, tell(IDS.reporter, IDS.english, IDS.admin)], [], []],
    [
      'with people chosen afterwards',
      [high, tell(IDS.reporter)],
      [IDS.guestReporter, IDS.normal],
      [IDS.reporter],
    ],
  ])('%s is what people then have in their lists', async (_name, changes, add, remove) => {
    const w = await createWorld(kind, {
      issues: assignees.length,
      issue: (id) => ({ assigneeId: assignees[id - FIRST] ?? null }),
    });
    worlds.push(w);
    const ctx = contextOf(w);
    const selection = { kind: 'ids' as const, ids: w.ids, projectIds: [IDS.demo] };
    const get = (planId: string) => plansGet.run({ ctx, input: { planId } });
    let plan = await get((await plansDraftBulkUpdate.run({ ctx, input: { selection, changes } })).id);
    const wish = { add: add.map(named), remove: new Set(remove) };
    const place = { membersOf: () => new Set(members), nameOf: (id: number) => `人${id}` };
    const fixes = notifyFixes(plan.items, wish, place);
    if (fixes.length > 0) {
      const input = { planId: plan.id, digest: plan.digest ?? '', fixes, takeBack: [] };
      plan = await get((await plansFix.run({ ctx, input })).id);
    }
    const out = { planId: plan.id, digest: plan.digest ?? '', include: [], exclude: w.ids.slice(3, 4) };
    plan = await get((await plansSetIncluded.run({ ctx, input: out })).id);

    const forecast = notificationForecast(plan.items, IDS.admin);
    const { ticketId } = await plansShow.run({ ctx, input: { planId: plan.id } });
    const approval = { planId: plan.id, digest: plan.digest ?? '', ticketId, pace: 'limit' as const };
    const { runId } = await plansApprove.run({ ctx, input: approval });
    w.worker();
    await untilState(w, runId, 'done');
    expect(await received(w)).toEqual(forecast.people.map(({ userId, count }) => [userId, count]));
    expect(forecast.total).toBeGreaterThan(0);
  });
});

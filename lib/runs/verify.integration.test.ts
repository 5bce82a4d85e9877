import { and, eq, gte, inArray } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { audit, runItems, runs } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import type { RunRow } from './claim';
import { cancelRun } from './control';
import { verdict } from './fault-matrix/testing';
import { createWorld, FIRST, SPACE, toEnglish, until, untilState, type World } from './testing';
import { countVerified } from './verify-ledger';

const worlds: World[] = [];
async function world(kind: (typeof databaseKinds)[number], issues: number): Promise<World> {
  const made = await createWorld(kind, { issues });
  worlds.push(made);
  return made;
}
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const withComment: Change[] = [...toEnglish, { field: 'comment', verb: 'add', text: '担当を替えます' }];
const onlyComment: Change[] = [{ field: 'comment', verb: 'add', text: '確認しました' }];
const states = (items: { state: string }[]) => items.map((item) => item.state);
const patched = async (w: World) => (await w.patches()).map((entry) => Number(entry.path.split('/').pop()));

/** Carries a run out and stops the worker. */
async function carriedOut(w: World, changes: Change[]): Promise<RunRow> {
  const run = await w.approve(await w.plan(changes));
  const worker = w.worker();
  await untilState(w, run.id, 'done');
  await worker.stop();
  return run;
}

const unbegun = {
  state: 'planned',
  attempt: 0,
  params: null,
  bodyHash: null,
  beforeImage: null,
  afterImage: null,
  differs: null,
  durationMs: null,
  leaseEpoch: null,
  issueUpdated: null,
  intentAt: null,
  endedAt: null,
} as const;

/** Takes the end of the journal away, as a power cut can: the items from `position` on were never begun, says the ledger. */
async function loseTail(w: World, run: RunRow, position: number): Promise<void> {
  await w.db
    .update(runItems)
    .set(unbegun)
    .where(and(eq(runItems.runId, run.id), gte(runItems.position, position)));
  await w.db.update(runs).set({ state: 'running', endedAt: null, counts: null }).where(eq(runs.id, run.id));
}

const afterUncleanStop = { exclusive: true, unclean: true } as const;

describe.each(databaseKinds)(
  'after an unclean stop on %s (a power cut played by taking rows away)',
  (kind) => {
    it('row 43: what was updated last is read again and counted; the flag is taken back; nothing is sent for it', async () => {
      const w = await world(kind, 4);
      const run = await carriedOut(w, toEnglish);
      await loseTail(w, run, 3);
      w.worker(afterUncleanStop);
      const done = await untilState(w, run.id, 'done');
      expect(done.unclean).toBe(false);
      const items = await w.items(run.id);
      expect(states(items)).toEqual(['applied', 'applied', 'applied', 'applied']);
      expect(items.every((item) => item.verifiedAt !== null)).toBe(true);
      expect(await countVerified(w.db, run.id)).toBe(4);
      expect(items.map((item) => item.differs)).toEqual([[], [], [], []]);
      expect(await patched(w)).toEqual(w.ids);
      expect(await verdict(w)).toEqual([]);
    });

    it('row 43: a run that was killed after an hour of work: only its last minute is read again', async () => {
      const w = await world(kind, 3);
      const run = await carriedOut(w, toEnglish);
      await loseTail(w, run, 2);
      const hourAgo = new Date(Date.now() - 3_600_000);
      await w.db
        .update(runItems)
        .set({ endedAt: hourAgo, intentAt: hourAgo })
        .where(and(eq(runItems.runId, run.id), eq(runItems.position, 0)));
      w.worker(afterUncleanStop);
      await untilState(w, run.id, 'done');
      expect((await w.items(run.id)).map((item) => item.verifiedAt !== null)).toEqual([false, true, true]);
      expect(await verdict(w)).toEqual([]);
    });

    it('row 43: writes that the ledger lost: updated, not “no change”, with the values for undo; nothing is sent again', async () => {
      const w = await world(kind, 4);
      const run = await carriedOut(w, toEnglish);
      await loseTail(w, run, 1);
      w.worker(afterUncleanStop);
      await untilState(w, run.id, 'done');
      const items = await w.items(run.id);
      expect(new Set(states(items))).toEqual(new Set(['applied']));
      for (const item of items) {
        expect(item.beforeImage).toMatchObject({ assignee: { id: IDS.normal } });
        expect(item.afterImage).toMatchObject({ assignee: { id: IDS.english } });
      }
      expect(await patched(w)).toEqual(w.ids);
      const record = await w.db.select().from(audit).where(eq(audit.subjectId, run.id));
      expect(record.filter((row) => row.event === 'run.item')).toHaveLength(4 + 3);
      expect(await verdict(w)).toEqual([]);
    });

    it.each([
      ['with a change of fields', withComment],
      ['alone', onlyComment],
    ])('a comment %s that the ledger lost is found and not sent twice', async (_name, changes) => {
      const w = await world(kind, 3);
      const run = await carriedOut(w, changes);
      await loseTail(w, run, 0);
      w.worker(afterUncleanStop);
      await untilState(w, run.id, 'done');
      expect(new Set(states(await w.items(run.id)))).toEqual(new Set(['applied']));
      expect(await patched(w)).toEqual(w.ids);
    });

    it('what was not written is written, once, also when somebody else has done the same', async () => {
      const w = await world(kind, 4);
      const run = await w.approve(await w.plan(withComment));
      await w.db.update(runs).set({ state: 'running' }).where(eq(runs.id, run.id));
      await w.edit(FIRST + 1, { assigneeId: IDS.english });
      w.worker(afterUncleanStop);
      await untilState(w, run.id, 'done');
      const items = await w.items(run.id);
      expect(states(items)).toEqual(['applied', 'applied', 'applied', 'applied']);
      expect(items.every((item) => item.verifiedAt === null)).toBe(true);
      expect(await patched(w)).toEqual(w.ids);
    });

    it('fields that somebody else brought to their target are no write of ours: no change', async () => {
      const w = await world(kind, 2);
      const run = await w.approve(await w.plan(toEnglish));
      await w.edit(FIRST, { assigneeId: IDS.english });
      w.worker(afterUncleanStop);
      await untilState(w, run.id, 'done');
      expect(states(await w.items(run.id))).toEqual(['unchanged', 'applied']);
      expect(await patched(w)).toEqual([FIRST + 1]);
    });

    it('an update that somebody has changed since counts as seen; one that Backlog itself lost is told, with its fields', async () => {
      const w = await world(kind, 3);
      const run = await carriedOut(w, toEnglish);
      await w.edit(FIRST, { assigneeId: IDS.admin });
      // Nearest thing to a write that Backlog confirmed and lost: an image that the issue never came to show.
      const issue = await w.client.issues.get(FIRST + 1);
      await w.db
        .update(runItems)
        .set({
          issueUpdated: issue.updated,
          beforeImage: { assignee: { id: IDS.english, name: 'Emma' } },
          afterImage: { assignee: { id: IDS.admin, name: '管理 太郎' } },
        })
        .where(and(eq(runItems.runId, run.id), eq(runItems.position, 1)));
      await loseTail(w, run, 2);
      w.worker(afterUncleanStop);
      await untilState(w, run.id, 'done');
      const items = await w.items(run.id);
      expect(items.map((item) => item.verifiedAt !== null)).toEqual([true, true, true]);
      expect(items[0]).toMatchObject({ state: 'applied', differs: [], reason: null });
      expect(items[1]).toMatchObject({
        state: 'applied',
        differs: ['assignee'],
        reason: { code: 'LOST_AT_BACKLOG' },
      });
      const record = await w.db.select().from(audit).where(eq(audit.subjectId, run.id));
      expect(record.filter((row) => row.event === 'run.itemLost')).toHaveLength(1);
      expect(await patched(w)).toEqual(w.ids);
    });

    it('a run that is cancelled before it was looked at: what is written is not called cancelled', async () => {
      const w = await world(kind, 4);
      const run = await carriedOut(w, toEnglish);
      await loseTail(w, run, 1);
      const patches = await w.patches();
      // The last two were not written after all.
      for (const id of [FIRST + 2, FIRST + 3]) await w.edit(id, { assigneeId: IDS.normal });
      await w.db
        .update(runs)
        .set({ state: 'paused', unclean: true, waitReason: 'person' })
        .where(eq(runs.id, run.id));
      expect(await cancelRun(w.db, { runId: run.id, spaceHost: SPACE, userId: IDS.admin })).toBe(true);
      w.worker();
      await untilState(w, run.id, 'cancelled');
      expect(states(await w.items(run.id))).toEqual(['applied', 'applied', 'cancelled', 'cancelled']);
      expect(await w.patches()).toHaveLength(patches.length);
    });

    it('while Backlog is away the run waits and says so, and looks when it is back', async () => {
      const w = await world(kind, 2);
      const run = await carriedOut(w, toEnglish);
      await loseTail(w, run, 1);
      await w.fault({ effect: { kind: 'status', status: 503 } });
      w.worker(afterUncleanStop);
      await until(async () => ((await w.run(run.id)).waitReason === 'backlogDown' ? true : null));
      expect((await w.run(run.id)).unclean).toBe(true);
      await w.clearFaults();
      await untilState(w, run.id, 'done');
      expect(await countVerified(w.db, run.id)).toBe(2);
      expect(await patched(w)).toEqual(w.ids);
    });

    it('runs that had ended are left alone, queued and paused ones are marked', async () => {
      const w = await world(kind, 1);
      const ended = await carriedOut(w, toEnglish);
      const others = [await w.approve(await w.plan(toEnglish)), await w.approve(await w.plan(toEnglish))];
      await w.db
        .update(runs)
        .set({ state: 'paused', waitReason: 'person' })
        .where(
          inArray(
            runs.id,
            others.map((run) => run.id),
          ),
        );
      w.worker(afterUncleanStop);
      await until(async () => {
        const marked = await w.db.select({ id: runs.id }).from(runs).where(eq(runs.unclean, true));
        return marked.length === 2 ? true : null;
      });
      expect((await w.run(ended.id)).unclean).toBe(false);
    });
  },
);

import { afterEach, describe, expect, it } from 'vitest';
import { dayIn } from '@/lib/backlog/schemas/date-only';
import { issueHistories } from '@/lib/db/schema';
import { buildSeed } from '@/lib/demo-space/seed';
import type { SpaceState } from '@/lib/demo-space/state';
import { IDS, issueRow, smallState } from '@/lib/demo-space/testing';
import { pruneIssueHistories } from '@/lib/runs';
import { createWorld, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { codeOf, contextOf, type TestContext } from '../testing';
import { closureFiguresAction } from './figures';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const WEB = 501;
const TAKAHASHI = 2001;
const SUZUKI = 2003;
const today = dayIn('Asia/Tokyo', new Date());

/** The whole content of hoshikawa, with the keys that the people of a test world use. */
function standard(): SpaceState {
  const state = buildSeed('standard', { today, spaceName: 'hoshikawa' });
  for (const user of state.users.all()) user.apiKeys.push(`key-${user.id}`);
  return state;
}

async function world(kind: (typeof databaseKinds)[number], buildState: () => SpaceState): Promise<World> {
  const made = await createWorld(kind, { issues: 0, space: { buildState } });
  worlds.push(made);
  return made;
}

const figures = (ctx: TestContext, projectId: number, milestoneId: number) =>
  closureFiguresAction.run({ ctx, input: { projectId, milestoneId } });

/** Asks until everything is read. */
async function allFigures(ctx: TestContext, projectId: number, milestoneId: number) {
  for (;;) {
    const answer = await figures(ctx, projectId, milestoneId);
    if (answer.state !== 'reading') return answer;
  }
}

const pathsOf = async (w: World) => (await w.log()).map(({ path }) => path);
const logReads = async (w: World) => (await pathsOf(w)).filter((path) => path.endsWith('/comments'));
const listReads = async (w: World) =>
  (await pathsOf(w)).filter((path) => path === '/api/v2/issues' || path === '/api/v2/issues/count');

async function sprint24(w: World, userId: number): Promise<number> {
  const versions = await w.clientFor(userId).projects.versions(WEB);
  return versions.find(({ name }) => name === 'Sprint 24')?.id ?? 0;
}

/** A clock that jumps over the time of a call whenever it is looked at: each call begins one reading. */
function hasty(ctx: TestContext): TestContext {
  let now = Date.now();
  const clock = {
    now: () => {
      now += 2_000;
      return new Date(now);
    },
  };
  return { ...ctx, clock };
}

describe.each(databaseKinds)('closure.figures on %s', (kind) => {
  it('reads the change logs of Sprint 24 once, call by call, and never again', async () => {
    const w = await world(kind, standard);
    const ctx = contextOf(w, { userId: TAKAHASHI });
    const id = await sprint24(w, TAKAHASHI);

    const first = await figures(hasty(ctx), WEB, id);
    expect(first).toMatchObject({
      state: 'reading',
      read: 1,
      total: 33,
      figures: null,
      basics: {
        total: 33,
        statuses: [
          { id: 1, issues: 4 },
          { id: 2, issues: 6 },
          { issues: 0 },
          { issues: 0 },
          { id: 3, issues: 5 },
          { id: 4, issues: 18, hours: 81 },
        ],
        hoursKnown: true,
      },
      suggestion: { kind: 'new', name: 'Sprint 25' },
      useResolvedForChart: false,
      textFormattingRule: 'markdown',
    });
    expect(Object.values(first.openChildren)).toEqual([1, 1]);
    const listsBegun = (await listReads(w)).length;
    expect(await figures(hasty(ctx), WEB, id)).toMatchObject({ state: 'reading', read: 2 });
    // The list of the first call is used until everything is read.
    expect(await listReads(w)).toHaveLength(listsBegun);
    expect(await logReads(w)).toHaveLength(2);

    const ready = await allFigures(ctx, WEB, id);
    expect(ready).toMatchObject({ state: 'ready', read: 33, total: 33 });
    expect((await logReads(w)).length).toBeLessThanOrEqual(300);
    expect(new Set(await logReads(w)).size).toBe(33);
    const reads = (await logReads(w)).length;

    const closedOnly = ready.figures?.closedOnly;
    expect(Object.values(closedOnly?.carryOvers ?? {}).sort()).toEqual([1, 1, 1, 2, 2, 3]);
    expect(closedOnly).toMatchObject({
      now: { issues: 15 },
      done: { issues: 18, hours: 81 },
      velocities: [
        { name: 'Sprint 21', issues: 19, hours: 74 },
        { name: 'Sprint 22', issues: 22, hours: 84 },
        { name: 'Sprint 23', issues: 20, hours: 76 },
      ],
    });
    expect(closedOnly?.completionRate).toBeCloseTo(18 / 33);
    expect((closedOnly?.planned ?? 0) + (closedOnly?.added ?? 0)).toBe(33);
    expect(closedOnly?.burndown).toHaveLength(12);
    expect(closedOnly?.burndown?.at(-1)?.issues).toBe(15);
    expect(closedOnly?.burndown?.[0]?.issues).toBeGreaterThan(15);
    const resolvedToo = ready.figures?.resolvedToo;
    expect(resolvedToo).toMatchObject({ now: { issues: 10, hours: 96 }, done: { issues: 23 } });
    expect(resolvedToo?.burndown?.at(-1)?.issues).toBe(10);

    // A second look, also after a restart, reads no change log.
    const again = await figures(hasty(contextOf(w, { userId: TAKAHASHI })), WEB, id);
    expect(again.figures).toEqual(ready.figures);
    expect(await logReads(w)).toHaveLength(reads);
  });

  it('reads what changed since again, and for each person what that person may see', async () => {
    const w = await world(kind, standard);
    const ctx = contextOf(w, { userId: TAKAHASHI });
    const id = await sprint24(w, TAKAHASHI);
    const ready = await allFigures(ctx, WEB, id);
    const reads = (await logReads(w)).length;
    const query = { projectIds: [WEB], milestoneIds: [id], statusIds: [2] };
    const [issue] = await w.clientFor(TAKAHASHI).issues.list(query);
    const fields = { statusId: 4 };
    await w.control('POST', 'edit', { issueKey: issue?.issueKey, fields, as: SUZUKI });
    const later = await allFigures(ctx, WEB, id);
    expect(await logReads(w)).toHaveLength(reads + 1);
    expect(later.figures?.closedOnly.done.issues).toBe((ready.figures?.closedOnly.done.issues ?? 0) + 1);

    await allFigures(contextOf(w, { userId: SUZUKI, roleType: 2 }), WEB, id);
    expect((await logReads(w)).length).toBeGreaterThanOrEqual(reads * 2 + 1);
  });

  /** The small space, with issues in Sprint 1. */
  const inSprint1 = (count: number) => (): SpaceState => {
    const state = smallState();
    for (let index = 0; index < count; index += 1) {
      const id = 2_000 + index;
      state.addIssue(
        issueRow({ id, keyId: id, milestoneIds: [IDS.sprint1], statusId: index % 2 === 0 ? 1 : 4 }),
      );
    }
    return state;
  };

  it('above 300 issues nothing is read; the counts are there all the same', async () => {
    const w = await world(kind, inSprint1(301));
    expect(await figures(contextOf(w), IDS.demo, IDS.sprint1)).toMatchObject({
      state: 'tooMany',
      read: 0,
      total: 301,
      figures: null,
      basics: { total: 301, hoursKnown: false, statuses: [{ id: 1, issues: 151 }, {}, {}, { issues: 150 }] },
    });
    expect(await logReads(w)).toEqual([]);
  });

  it('long change logs are read page by page, each entry once', async () => {
    const w = await world(kind, () => {
      const state = inSprint1(1)();
      const at = Date.parse('2026-11-02T00:00:00Z');
      for (let index = 0; index < 250; index += 1) {
        const changed = { attachmentInfo: null, attributeInfo: null, notificationInfo: null };
        const values = { originalValue: 'Sprint 1', newValue: index % 2 === 0 ? 'Sprint 2' : 'Sprint 1' };
        state.comments.add({
          id: state.comments.nextId(),
          projectId: IDS.demo,
          issueId: 2_000,
          content: null,
          changeLog: [{ field: 'milestone', ...values, ...changed }],
          createdUserId: IDS.admin,
          created: at + index * 1_000,
          updated: at + index * 1_000,
          stars: [],
          notificationIds: [],
        });
      }
      return state;
    });
    await allFigures(contextOf(w), IDS.demo, IDS.sprint1);
    expect(await logReads(w)).toHaveLength(3);
    const [row] = await w.db.select().from(issueHistories);
    expect(row?.events).toMatchObject({ reads: 3 });
    expect(row?.events).toHaveProperty('events.length', 250);
  });

  it('waits for the quota by answering what is known, and goes on afterwards', async () => {
    const w = await world(kind, inSprint1(3));
    const ctx = contextOf(w);
    const limited = { kind: 'status' as const, status: 429, body: { errors: [] } };
    await w.fault({ match: { path: `/api/v2/issues/2001/comments` }, effect: limited });
    const answer = await figures(ctx, IDS.demo, IDS.sprint1);
    expect(answer).toMatchObject({ state: 'reading', total: 3, figures: null });
    expect(answer.read).toBeLessThan(3);
  });

  it('an issue deleted meanwhile has no history', async () => {
    const w = await world(kind, inSprint1(2));
    const gone = {
      kind: 'status' as const,
      status: 404,
      body: { errors: [{ message: 'No issue.', code: 6 }] },
    };
    await w.fault({ match: { path: `/api/v2/issues/2001/comments` }, effect: gone });
    expect(await allFigures(contextOf(w), IDS.demo, IDS.sprint1)).toMatchObject({ state: 'ready', read: 2 });
  });

  it('of a milestone that is not there, or a project not joined, it tells nothing', async () => {
    const w = await world(kind, inSprint1(0));
    expect(await codeOf(figures(contextOf(w), IDS.demo, 999_999))).toBe('NOT_FOUND');
    expect(await codeOf(figures(contextOf(w), IDS.other, IDS.otherSprint))).toBe('PROJECT_NOT_JOINED');
  });

  it('histories that nobody has read for 90 days are forgotten', async () => {
    const w = await world(kind, inSprint1(2));
    await allFigures(contextOf(w), IDS.demo, IDS.sprint1);
    expect(await pruneIssueHistories(w.db)).toBe(0);
    await w.db.update(issueHistories).set({ readAt: new Date(Date.now() - 91 * 24 * 3_600_000) });
    expect(await pruneIssueHistories(w.db)).toBe(2);
    expect(await w.db.select().from(issueHistories)).toEqual([]);
  });
});

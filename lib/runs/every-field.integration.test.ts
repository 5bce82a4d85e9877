import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { cases, openWorld, shapeOf, value } from './every-field-fixtures';
import { loadPlanItems } from './plan-items';
import { FIRST, untilState, type World } from './testing';

const only = (id: number) => ({ selection: { kind: 'ids' as const, ids: [id], projectIds: [IDS.demo] } });

async function planOf(world: World, id: number, changes: Change[]) {
  const plan = await world.plan(changes, only(id));
  return { plan, items: await loadPlanItems(world.db, plan.id) };
}

describe.each(databaseKinds)('every field on %s', (kind) => {
  let opened: Awaited<ReturnType<typeof openWorld>>;
  const shapes = new Map<number, ReturnType<typeof shapeOf>>();
  const runs = new Map<number, string>();
  const shape = async (id: number) => shapeOf(await opened.as(IDS.admin).getIssue(id));

  beforeAll(async () => {
    opened = await openWorld(
      kind,
      cases.map((one) => one.before ?? {}),
    );
    const { world } = opened;
    for (const [index, { changes }] of cases.entries()) {
      const id = FIRST + index;
      shapes.set(index, await shape(id));
      runs.set(index, (await world.approve(await world.plan(changes, only(id)))).id);
    }
    world.worker();
    for (const id of runs.values()) await untilState(world, id, 'done');
  });
  afterAll(() => opened.world.close());

  it.each(cases.map((one, index) => ({ ...one, index })))(
    '$name: Backlog shows exactly what was approved, and nothing else has changed',
    async ({ index, after }) => {
      const before = shapes.get(index);
      const items = await opened.world.items(runs.get(index) ?? '');
      expect(items).toMatchObject([{ state: 'applied', differs: [], reason: null, attempt: 1 }]);
      const expected = { ...before, ...after, custom: { ...before?.custom, ...after.custom } };
      expect(await shape(FIRST + index)).toEqual(expected);
    },
  );
});

describe.each(databaseKinds)('on %s', (kind) => {
  let opened: Awaited<ReturnType<typeof openWorld>>;
  beforeAll(async () => {
    opened = await openWorld(kind, [{}, {}, { issueTypeId: IDS.bug }, {}]);
  });
  afterAll(() => opened.world.close());
  const toBug: Change = { field: 'issueType', verb: 'set', to: value('バグ', IDS.bug) };

  it('the people named in a plan are told of its change, and others are not', async () => {
    const { world, as } = opened;
    const notify: Change = { field: 'notify', verb: 'add', people: [{ id: IDS.english, label: 'Emma' }] };
    const { plan } = await planOf(world, FIRST, [
      { field: 'priority', verb: 'set', to: { id: 2, label: '高' } },
      notify,
    ]);
    const run = await world.approve(plan);
    const worker = world.worker();
    await untilState(world, run.id, 'done');
    await worker.stop();
    expect(await world.items(run.id)).toMatchObject([{ state: 'applied', differs: [] }]);
    const toldOf = async (userId: number) =>
      (await as(userId).getNotifications({})).map((one) => one.issue?.id);
    expect(await toldOf(IDS.english)).toEqual([FIRST]);
    expect(await toldOf(IDS.reporter)).toEqual([]);
  });

  it('row 17: a type whose required field stays empty is refused before anything is sent', async () => {
    const { items } = await planOf(opened.world, FIRST + 1, [toBug]);
    const values = { field: '属性1', type: 'バグ' };
    expect(items).toMatchObject([{ pile: 'blocked', blocks: [{ code: 'REQUIRED_BY_TYPE', values }] }]);
  });

  it('row 17: Backlog’s own refusal is kept when a field became required after the plan was made', async () => {
    const { world, state } = opened;
    const definition = state.customFields.get(1);
    if (definition === undefined) throw new Error('no field 1');
    definition.required = false;
    const { plan, items } = await planOf(world, FIRST + 1, [toBug]);
    expect(items).toMatchObject([{ pile: 'change' }]);
    definition.required = true;
    const run = await world.approve(plan);
    const worker = world.worker();
    await untilState(world, run.id, 'done');
    await worker.stop();
    expect(await world.items(run.id)).toMatchObject([
      { state: 'rejected', reason: { code: 'REFUSED', message: '属性1は必須項目です。' } },
    ]);
  });

  it('row 17: an empty required field is a reason to look at whatever is changed', async () => {
    const due: Change = { field: 'dueDate', verb: 'set', to: '2026-12-01' };
    const { items } = await planOf(opened.world, FIRST + 2, [due]);
    expect(items).toMatchObject([
      { pile: 'needsReview', warnings: [{ code: 'REQUIRED_FIELD_EMPTY', values: { field: '属性1' } }] },
    ]);
  });

  it('a space whose licence has no custom fields is planned without them', async () => {
    const { world, state, as } = opened;
    state.licence.attribute = false;
    await expect(as(IDS.admin).getCustomFields(IDS.demo)).rejects.toMatchObject({ status: 403 });
    const { items } = await planOf(world, FIRST + 2, [{ field: 'dueDate', verb: 'set', to: '2026-12-01' }]);
    state.licence.attribute = true;
    expect(items).toMatchObject([{ pile: 'change', warnings: [] }]);
  });

  it('a parent is read wherever it is, and refused in another project', async () => {
    const { world } = opened;
    const { items } = await planOf(world, FIRST + 3, [
      { field: 'parent', verb: 'set', to: { id: IDS.foreign, label: 'OTHER-1' } },
    ]);
    expect(items).toMatchObject([{ pile: 'blocked', blocks: [{ code: 'PARENT_NOT_POSSIBLE' }] }]);
  });

  it('planning reads no more of a project than its changes speak of', async () => {
    const { world } = opened;
    const before = (await world.log()).length;
    await planOf(world, FIRST + 3, [
      { field: 'version', verb: 'clear' },
      { field: 'actualHours', verb: 'set', to: 1 },
    ]);
    const read = (await world.log()).slice(before).map((entry) => entry.path.replace('/api/v2/', ''));
    expect(read.toSorted()).toEqual([
      'issues',
      'projects',
      `projects/${IDS.demo}/customFields`,
      `projects/${IDS.demo}/versions`,
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClosureInput } from '@/lib/bulk';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, toEnglish, type World } from '@/lib/runs/testing';
import type { ActionContext, Actor } from './context';
import type { ActionDefinition } from './define-action';
import { type ActionName, actions } from './registry';
import { codeOf, contextOf } from './testing';

interface Owned {
  planId: string;
  approvedPlanId: string;
  runId: string;
  handoverRunId: string;
  closureRunId: string;
  digest: string;
  ticketId: string;
}

interface Row {
  /** A call that its owner may make. */
  input: (owned: Owned) => unknown;
  /**
   * What another person, and the same person at another space, gets: nothing of the owner's is there for them.
   * `own`: the call has no subject, it shows everybody what Backlog shows them.
   */
  foreign: 'NOT_FOUND' | 'own';
  /** What somebody gets whose role at Backlog may not update issues. */
  guest: 'FORBIDDEN' | 'allowed';
  /** What the owner gets, whose plan is approved and whose run is queued; left out: an answer. */
  owner?: string;
}

const planOf = ({ planId }: Owned) => ({ planId });
const runOf = ({ runId }: Owned) => ({ runId });
const handover = {
  from: { id: IDS.normal, label: '一般 花子' },
  scope: {
    projectIds: [IDS.demo],
    statusIds: [],
    issueTypeIds: [],
    milestoneIds: [],
    dueDateSince: null,
    dueDateUntil: null,
    leftOut: [],
  },
  split: { by: 'one', to: { id: IDS.english, label: 'Emma' } },
  due: null,
  reopen: false,
  comment: null,
  notify: { creator: false, people: [] },
  lang: 'ja',
} as const;

const closure: ClosureInput = {
  projectId: IDS.demo,
  milestone: { id: IDS.sprint1, label: 'Sprint 1' },
  resolvedIsDone: false,
  next: null,
  unfinished: 'none',
  decisions: {},
  leftOut: [],
  resolution: { id: 0, label: '対応済み' },
  moveDueDates: false,
  archive: true,
  report: { wiki: null, comment: null },
};

/** Every verb has a row here; one that is missing does not compile and fails the first test. */
const matrix: Record<ActionName, Row> = {
  'handover.draft': { input: () => handover, foreign: 'own', guest: 'FORBIDDEN' },
  'handover.keep': {
    input: ({ handoverRunId }) => ({ runId: handoverRunId, issueIds: [FIRST], kept: true }),
    foreign: 'NOT_FOUND',
    guest: 'FORBIDDEN',
  },
  'handover.remaining': {
    input: ({ handoverRunId }) => ({ runId: handoverRunId }),
    foreign: 'NOT_FOUND',
    guest: 'allowed',
  },
  'issues.byKey': { input: () => ({ issueKey: 'DEMO-1' }), foreign: 'own', guest: 'allowed' },
  'issues.count': {
    input: () => ({ filter: { ...emptyIssueFilter, projectIds: [IDS.demo] } }),
    foreign: 'own',
    guest: 'allowed',
  },
  'issues.createdBy': {
    input: () => ({ userId: IDS.admin, filter: { ...emptyIssueFilter, projectIds: [IDS.demo] } }),
    foreign: 'own',
    guest: 'allowed',
  },
  'issues.page': {
    input: () => ({ filter: { ...emptyIssueFilter, projectIds: [IDS.demo] }, offset: 0 }),
    foreign: 'own',
    guest: 'allowed',
  },
  'issues.projects': { input: () => ({}), foreign: 'own', guest: 'allowed' },
  'issues.reference': { input: () => ({ projectIds: [] }), foreign: 'own', guest: 'allowed' },
  'overdue.draft': {
    input: () => ({
      scope: {
        projectIds: [IDS.demo],
        assigneeIds: [],
        issueTypeIds: [],
        statusIds: [],
        daysLate: 1,
        leftOut: [],
      },
      mark: { status: null, category: null, priority: { id: 2, label: '高' }, comment: null },
      due: null,
      lang: 'ja',
    }),
    foreign: 'own',
    guest: 'FORBIDDEN',
  },
  'quota.get': { input: () => ({}), foreign: 'own', guest: 'allowed' },
  'plans.draftBulkUpdate': {
    input: () => ({
      selection: { kind: 'ids', ids: [IDS.second], projectIds: [IDS.demo] },
      changes: toEnglish,
    }),
    foreign: 'own',
    guest: 'FORBIDDEN',
  },
  'plans.draftAgain': {
    input: ({ runId }) => ({ runId, issueIds: [FIRST] }),
    foreign: 'NOT_FOUND',
    guest: 'FORBIDDEN',
    owner: 'BAD_INPUT',
  },
  'plans.draftUndo': { input: runOf, foreign: 'NOT_FOUND', guest: 'FORBIDDEN', owner: 'RUN_STATE' },
  'plans.get': { input: planOf, foreign: 'NOT_FOUND', guest: 'allowed' },
  'plans.show': { input: planOf, foreign: 'NOT_FOUND', guest: 'FORBIDDEN' },
  'plans.setIncluded': {
    input: ({ planId, digest }) => ({ planId, digest, include: [], exclude: [] }),
    foreign: 'NOT_FOUND',
    guest: 'FORBIDDEN',
  },
  'plans.refresh': { input: planOf, foreign: 'NOT_FOUND', guest: 'FORBIDDEN' },
  'plans.fix': {
    input: ({ planId, digest }) => ({
      planId,
      digest,
      fixes: [{ issueIds: [IDS.second], changes: toEnglish }],
      takeBack: [],
    }),
    foreign: 'NOT_FOUND',
    guest: 'FORBIDDEN',
    // The refresh before has made another revision.
    owner: 'PLAN_CHANGED',
  },
  'plans.discard': { input: planOf, foreign: 'NOT_FOUND', guest: 'FORBIDDEN', owner: 'PLAN_CHANGED' },
  'plans.approve': {
    input: ({ approvedPlanId, digest, ticketId }) => ({
      planId: approvedPlanId,
      digest,
      ticketId,
      pace: 'limit',
    }),
    foreign: 'NOT_FOUND',
    guest: 'FORBIDDEN',
  },
  'closure.figures': {
    input: () => ({ projectId: IDS.demo, milestoneId: IDS.sprint1 }),
    foreign: 'own',
    guest: 'allowed',
  },
  'closure.draft': { input: () => closure, foreign: 'own', guest: 'FORBIDDEN' },
  'closure.record': {
    input: ({ closureRunId }) => ({ runId: closureRunId }),
    foreign: 'NOT_FOUND',
    guest: 'allowed',
  },
  'runs.list': { input: () => ({}), foreign: 'own', guest: 'allowed' },
  'runs.get': { input: runOf, foreign: 'NOT_FOUND', guest: 'allowed' },
  'runs.evidence': { input: runOf, foreign: 'NOT_FOUND', guest: 'allowed' },
  'runs.items': { input: runOf, foreign: 'NOT_FOUND', guest: 'allowed' },
  'runs.pause': { input: runOf, foreign: 'NOT_FOUND', guest: 'FORBIDDEN' },
  'runs.setPace': {
    input: ({ runId }) => ({ runId, pace: 'gentle' }),
    foreign: 'NOT_FOUND',
    guest: 'FORBIDDEN',
  },
  'runs.resume': { input: runOf, foreign: 'NOT_FOUND', guest: 'FORBIDDEN' },
  'runs.conflicts': { input: runOf, foreign: 'NOT_FOUND', guest: 'allowed' },
  'runs.retry': { input: runOf, foreign: 'NOT_FOUND', guest: 'FORBIDDEN', owner: 'RUN_STATE' },
  'runs.settle': {
    input: ({ runId }) => ({ runId, position: 0, as: 'lookAgain' }),
    foreign: 'NOT_FOUND',
    guest: 'FORBIDDEN',
    owner: 'ITEM_STATE',
  },
  'settings.get': { input: () => ({}), foreign: 'own', guest: 'allowed' },
  'settings.save': { input: () => ({ stopAfterFailures: 5 }), foreign: 'own', guest: 'allowed' },
  'runs.cancel': { input: runOf, foreign: 'NOT_FOUND', guest: 'FORBIDDEN' },
};

const rows = Object.entries(matrix);
const strangers: [string, Partial<Actor>][] = [
  ['another person', { userId: IDS.normal, roleType: 2 }],
  ['the same person at another space', { spaceHost: 'mikazuki.backlog.com' }],
];

describe('the authorisation matrix', () => {
  let world: World;
  let owned: Owned;

  // The registry's members differ in their inputs; a call by name goes through the schema like one from outside.
  const callable = actions as unknown as Record<string, ActionDefinition>;
  function call(ctx: ActionContext, name: string, input: unknown): Promise<unknown> {
    const action = callable[name];
    if (action === undefined) throw new Error(`no action ${name}`);
    return action.run({ ctx, input: action.input.parse(input) });
  }

  beforeAll(async () => {
    world = await createWorld('pglite', { issues: 2, issue: () => ({ dueDate: '2020-01-06' }) });
    const ctx = contextOf(world);
    const selection = { kind: 'ids' as const, ids: world.ids, projectIds: [IDS.demo] };
    const draft = { selection, changes: toEnglish };
    const open = await actions['plans.draftBulkUpdate'].run({ ctx, input: draft });
    const plan = await actions['plans.draftBulkUpdate'].run({ ctx, input: draft });
    const handed = await actions['handover.draft'].run({
      ctx,
      input: actions['handover.draft'].input.parse(handover),
    });
    const approve = async (given: { id: string; digest: string | null }) => {
      const { ticketId } = await actions['plans.show'].run({ ctx, input: { planId: given.id } });
      const digest = given.digest ?? '';
      const approval = { planId: given.id, digest, ticketId, pace: 'limit' } as const;
      const { runId } = await actions['plans.approve'].run({ ctx, input: approval });
      return { runId, digest, ticketId };
    };
    const { runId: handoverRunId } = await approve(handed);
    // Another milestone than the one of the matrix: a second closing of that one would be refused.
    const milestone = { id: IDS.sprint2, label: 'Sprint 2' };
    const closing = await actions['closure.draft'].run({ ctx, input: { ...closure, milestone } });
    const { runId: closureRunId } = await approve(closing);
    const runs = { handoverRunId, closureRunId };
    owned = { planId: open.id, approvedPlanId: plan.id, ...runs, ...(await approve(plan)) };
  });
  afterAll(() => world.close());

  it('has a row for every action and for nothing else', () => {
    expect(Object.keys(matrix).sort()).toEqual(Object.keys(actions).sort());
  });

  it('every action is registered under its own name', () => {
    for (const [name, action] of Object.entries(actions)) expect(action.name).toBe(name);
  });

  it('nothing that approves or changes settings stands on assistant or MCP', () => {
    for (const action of Object.values(callable)) {
      if (action.access !== 'read' && action.access !== 'plan') expect(action.surfaces).toEqual(['ui']);
    }
  });

  describe.each(strangers)('%s', (_who, actor) => {
    it.each(rows)('%s', async (name, row) => {
      const ctx = contextOf(world, actor);
      const answer = await call(ctx, name, row.input(owned)).catch((error: unknown) => error);
      if (row.foreign === 'NOT_FOUND') {
        expect(answer).toMatchObject({ code: 'NOT_FOUND' });
        return;
      }
      expect(answer).not.toBeInstanceOf(Error);
      expect(JSON.stringify(answer)).not.toContain(owned.runId);
      expect(JSON.stringify(answer)).not.toContain(owned.planId);
    });
  });

  it.each(rows)('a guest: %s', async (name, row) => {
    const ctx = contextOf(world, { roleType: 4 });
    const code = await codeOf(call(ctx, name, row.input(owned)));
    expect(code).toBe(row.guest === 'FORBIDDEN' ? 'FORBIDDEN' : null);
  });

  it.each(rows.filter(([name]) => ['approve', 'settings'].includes(callable[name]?.access ?? '')))(
    'the assistant may not: %s',
    async (name, row) => {
      const ctx = contextOf(world, { type: 'assistant' });
      expect(await codeOf(call(ctx, name, row.input(owned)))).toBe('FORBIDDEN');
    },
  );

  // Last, because it changes what the rows above speak of: cancelling stands at the end of the matrix.
  it.each(rows)('the owner: %s', async (name, row) => {
    expect(await codeOf(call(contextOf(world), name, row.input(owned)))).toBe(row.owner ?? null);
  });
});

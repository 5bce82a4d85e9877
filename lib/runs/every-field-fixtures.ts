import { Backlog, type Entity } from 'backlog-js';
import type { CustomChange } from '@/lib/bulk';
import type { Change, ProjectValue } from '@/lib/bulk/changes';
import { createDemoSpace } from '@/lib/demo-space';
import type { IssueRow } from '@/lib/demo-space/rows';
import { IDS, issueRow, smallState } from '@/lib/demo-space/testing';
import type { databaseKinds } from '@/lib/testing/test-database';
import { createWorld, FIRST, SPACE } from './testing';

/** The custom field of the demo space of a kind has the kind's number as its id. */
function target<T extends number>(typeId: T): ProjectValue & { typeId: T } {
  return { label: `属性${typeId}`, typeId, byProject: { [IDS.demo]: typeId } };
}
export const value = (label: string, id: number): ProjectValue => ({ label, byProject: { [IDS.demo]: id } });
const choice = (id: number) => value(`選択${id}`, id);
const stored = (given: number | string | number[], otherValue: string | null = null) => ({
  value: given,
  otherValue,
});
const custom = (change: CustomChange): Change[] => [change];
const field = 'custom';

/** As much of an issue as a plan can write, in ids. */
export function shapeOf(issue: Entity.Issue.Issue) {
  const ids = (list: readonly { id: number }[]) => list.map(({ id }) => id);
  return {
    issueType: issue.issueType.id,
    status: issue.status.id,
    resolution: issue.resolution?.id ?? null,
    assignee: issue.assignee?.id ?? null,
    priority: issue.priority.id,
    parent: issue.parentIssueId ?? null,
    milestone: ids(issue.milestone),
    versions: ids(issue.versions),
    category: ids(issue.category),
    startDate: issue.startDate ?? null,
    dueDate: issue.dueDate ?? null,
    estimatedHours: issue.estimatedHours ?? null,
    actualHours: issue.actualHours ?? null,
    summary: issue.summary,
    description: issue.description,
    custom: Object.fromEntries(issue.customFields.map((one) => [one.id, customShape(one)])),
  };
}

function customShape(one: Entity.Issue.Issue['customFields'][number]): unknown {
  const idOf = (item: unknown) =>
    typeof item === 'object' && item !== null && 'id' in item ? item.id : item;
  const shown = 'value' in one ? one.value : null;
  const plain = Array.isArray(shown) ? shown.map(idOf) : idOf(shown);
  return 'otherValue' in one && one.otherValue ? { value: plain, otherValue: one.otherValue } : plain;
}

interface Case {
  name: string;
  /** The issue before the run, beyond an empty one. */
  before?: Partial<IssueRow>;
  changes: Change[];
  /** What differs afterwards; everything else has to stay. */
  after: Partial<ReturnType<typeof shapeOf>>;
}

const withCustom = (typeId: number, given: ReturnType<typeof stored>): Partial<IssueRow> => ({
  customFields: { [typeId]: given },
});

/** One plan per field and verb. */
export const cases: Case[] = [
  {
    name: 'status',
    changes: [{ field: 'status', verb: 'set', to: value('処理中', 2) }],
    after: { status: 2 },
  },
  {
    name: 'resolution 0',
    changes: [{ field: 'resolution', verb: 'set', to: { id: 0, label: '対応済み' } }],
    after: { resolution: 0 },
  },
  {
    name: 'no resolution',
    before: { resolutionId: 0 },
    changes: [{ field: 'resolution', verb: 'clear' }],
    after: { resolution: null },
  },
  {
    name: 'assignee',
    changes: [{ field: 'assignee', verb: 'set', to: { id: IDS.english, label: 'Emma' } }],
    after: { assignee: IDS.english },
  },
  { name: 'no assignee', changes: [{ field: 'assignee', verb: 'clear' }], after: { assignee: null } },
  {
    name: 'priority',
    changes: [{ field: 'priority', verb: 'set', to: { id: 2, label: '高' } }],
    after: { priority: 2 },
  },
  {
    name: 'due date',
    changes: [{ field: 'dueDate', verb: 'set', to: '2026-12-01' }],
    after: { dueDate: '2026-12-01T00:00:00Z' },
  },
  {
    name: 'no start date',
    before: { startDate: '2026-11-01' },
    changes: [{ field: 'startDate', verb: 'clear' }],
    after: { startDate: null },
  },
  {
    name: 'milestone, merged',
    before: { milestoneIds: [IDS.sprint1] },
    changes: [{ field: 'milestone', verb: 'add', values: [value('Sprint 2', IDS.sprint2)] }],
    after: { milestone: [IDS.sprint1, IDS.sprint2] },
  },
  {
    name: 'version, not milestone',
    changes: [{ field: 'version', verb: 'set', to: [value('Sprint 1', IDS.sprint1)] }],
    after: { versions: [IDS.sprint1] },
  },
  {
    name: 'version, swapped',
    before: { versionIds: [IDS.sprint1], milestoneIds: [IDS.sprint1] },
    changes: [
      {
        field: 'version',
        verb: 'swap',
        from: value('Sprint 1', IDS.sprint1),
        to: value('Sprint 2', IDS.sprint2),
      },
    ],
    after: { versions: [IDS.sprint2] },
  },
  {
    name: 'no version',
    before: { versionIds: [IDS.sprint1] },
    changes: [{ field: 'version', verb: 'clear' }],
    after: { versions: [] },
  },
  {
    name: 'category, of which one goes',
    before: { categoryIds: [IDS.design, IDS.code] },
    changes: [{ field: 'category', verb: 'remove', values: [value('デザイン', IDS.design)] }],
    after: { category: [IDS.code] },
  },
  {
    name: 'estimated hours',
    changes: [{ field: 'estimatedHours', verb: 'set', to: 8.25 }],
    after: { estimatedHours: 8.25 },
  },
  {
    name: '0 actual hours',
    changes: [{ field: 'actualHours', verb: 'set', to: 0 }],
    after: { actualHours: 0 },
  },
  {
    name: 'no actual hours',
    before: { actualHours: 3.5 },
    changes: [{ field: 'actualHours', verb: 'clear' }],
    after: { actualHours: null },
  },
  {
    name: 'parent',
    changes: [{ field: 'parent', verb: 'set', to: { id: IDS.issue, label: 'DEMO-1' } }],
    after: { parent: IDS.issue },
  },
  {
    name: 'no parent',
    before: { parentIssueId: IDS.second },
    changes: [{ field: 'parent', verb: 'clear' }],
    after: { parent: null },
  },
  {
    name: 'text area',
    changes: custom({ field, target: target(2), verb: 'set', to: '一行目\n二行目 & 100%' }),
    after: { custom: { 2: '一行目\n二行目 & 100%' } },
  },
  {
    name: 'no text area',
    before: withCustom(2, stored('メモ')),
    changes: custom({ field, target: target(2), verb: 'clear' }),
    after: { custom: { 2: null } },
  },
  {
    name: 'number',
    changes: custom({ field, target: target(3), verb: 'set', to: -12.3456 }),
    after: { custom: { 3: -12.3456 } },
  },
  {
    name: 'no number',
    before: withCustom(3, stored(0)),
    changes: custom({ field, target: target(3), verb: 'clear' }),
    after: { custom: { 3: null } },
  },
  {
    name: 'day',
    changes: custom({ field, target: target(4), verb: 'set', to: '2026-08-11' }),
    after: { custom: { 4: '2026-08-11T00:00:00Z' } },
  },
  {
    name: 'no day',
    before: withCustom(4, stored('2026-08-11')),
    changes: custom({ field, target: target(4), verb: 'clear' }),
    after: { custom: { 4: null } },
  },
  {
    name: 'single list',
    before: withCustom(5, stored(1)),
    changes: custom({ field, target: target(5), verb: 'swap', from: choice(1), to: choice(3) }),
    after: { custom: { 5: 3 } },
  },
  {
    name: 'no choice of a single list',
    before: withCustom(5, stored(1)),
    changes: custom({ field, target: target(5), verb: 'clear' }),
    after: { custom: { 5: null } },
  },
  {
    name: 'multiple list',
    changes: custom({ field, target: target(6), verb: 'set', to: [choice(1), choice(3)] }),
    after: { custom: { 6: [1, 3] } },
  },
  {
    name: 'multiple list, added to',
    before: withCustom(6, stored([1])),
    changes: custom({ field, target: target(6), verb: 'add', values: [choice(2)] }),
    after: { custom: { 6: [1, 2] } },
  },
  {
    name: 'no choice of a multiple list',
    before: withCustom(6, stored([1, 2])),
    changes: custom({ field, target: target(6), verb: 'clear' }),
    after: { custom: { 6: [] } },
  },
  {
    name: 'checkbox with free text',
    changes: custom({ field, target: target(7), verb: 'set', to: [choice(2)], otherValue: '自由' }),
    after: { custom: { 7: { value: [2], otherValue: '自由' } } },
  },
  {
    name: 'checkbox, of which one goes and the free text stays',
    before: withCustom(7, stored([1, 2], '自由')),
    changes: custom({ field, target: target(7), verb: 'remove', values: [choice(1)] }),
    after: { custom: { 7: { value: [2], otherValue: '自由' } } },
  },
  {
    name: 'no checkbox and no free text',
    before: withCustom(7, stored([1], '自由')),
    changes: custom({ field, target: target(7), verb: 'clear' }),
    after: { custom: { 7: [] } },
  },
  {
    name: 'radio with free text',
    before: withCustom(8, stored(1)),
    changes: custom({ field, target: target(8), verb: 'set', to: choice(2), otherValue: 'その他' }),
    after: { custom: { 8: { value: 2, otherValue: 'その他' } } },
  },
  {
    name: 'free text alone',
    before: withCustom(8, stored(2, '前')),
    changes: custom({ field, target: target(8), verb: 'set', to: choice(2), otherValue: null }),
    after: { custom: { 8: 2 } },
  },
  {
    name: 'no radio',
    before: withCustom(8, stored(2, '前')),
    changes: custom({ field, target: target(8), verb: 'clear' }),
    after: { custom: { 8: null } },
  },
  {
    name: 'issue type together with the field that it demands',
    changes: [
      { field: 'issueType', verb: 'set', to: value('バグ', IDS.bug) },
      { field, target: target(1), verb: 'set', to: '本番で発生' },
    ],
    after: { issueType: IDS.bug, custom: { 1: '本番で発生' } },
  },
  {
    name: 'text',
    before: { issueTypeId: IDS.bug, ...withCustom(1, stored('旧')) },
    changes: custom({ field, target: target(1), verb: 'set', to: '新' }),
    after: { custom: { 1: '新' } },
  },
  {
    name: 'everything at once',
    before: { milestoneIds: [IDS.sprint1], ...withCustom(6, stored([1])) },
    changes: [
      { field: 'dueDate', verb: 'set', to: '2026-12-24' },
      { field: 'milestone', verb: 'clear' },
      { field: 'estimatedHours', verb: 'set', to: 0.01 },
      { field, target: target(6), verb: 'set', to: [choice(3)] },
      { field, target: target(3), verb: 'set', to: 100 },
      { field: 'comment', verb: 'add', text: 'まとめて変更しました' },
    ],
    after: {
      dueDate: '2026-12-24T00:00:00Z',
      milestone: [],
      estimatedHours: 0.01,
      custom: { 3: 100, 6: [3] },
    },
  },
];

/** A world whose space Nulab's own client can look at: a second door to the same content. */
export async function openWorld(kind: (typeof databaseKinds)[number], rows: Partial<IssueRow>[]) {
  const state = smallState();
  rows.forEach((row, index) => {
    state.addIssue(issueRow({ assigneeId: IDS.normal, ...row, id: FIRST + index, keyId: FIRST + index }));
  });
  const buildState = () => state;
  const world = await createWorld(kind, { issues: rows.length, space: { buildState } });
  const door = createDemoSpace({ buildState });
  const viaDoor: typeof fetch = (input, init) => door.handle(new Request(input, init));
  const as = (userId: number) => new Backlog({ host: SPACE, apiKey: `key-${userId}`, fetch: viaDoor });
  return { world, state, as };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Assignment,
  assignSuccessors,
  type HandedIssue,
  successorsOf,
  workloadAfter,
  workloadThreshold,
} from './assign-successors';
import type { Split } from './handover-schema';
import type { Workload } from './operation-input';

const [WEB, APP, OPS] = [1, 2, 3];
const person = (id: number, label: string) => ({ id, label });
const suzuki = person(11, '鈴木 健太');
const tanaka = person(12, '田中 直樹');
const nguyen = person(13, 'グエン ミン');
const sato = person(10, '佐藤 美咲');

const members: Record<number, number[]> = { [WEB]: [11, 12], [APP]: [12, 13], [OPS]: [] };
const place = (load: [number, Workload][] = []) => ({
  membersOf: (projectId: number) => new Set(members[projectId] ?? []),
  load: new Map(load),
});
const issue = (id: number, given: Partial<HandedIssue> = {}): HandedIssue => ({
  id,
  projectId: WEB,
  categoryIds: [],
  estimatedHours: null,
  ...given,
});

/** Assignments in few words: the successor's id, or the block. */
function told(assigned: Map<number, Assignment>) {
  return Object.fromEntries(
    [...assigned].map(([id, one]) => [
      id,
      'block' in one ? ('to' in one ? `${one.block} ${one.to.id}` : one.block) : one.to.id,
    ]),
  );
}

describe('a split says who receives each issue', () => {
  const rows: [string, Split, HandedIssue[], Record<number, number | string>][] = [
    [
      'one person gets everything in the projects they belong to',
      { by: 'one', to: suzuki },
      [issue(1), issue(2, { projectId: APP })],
      { 1: 11, 2: 'SUCCESSOR_NOT_MEMBER 11' },
    ],
    [
      'by project: a project without a successor has none',
      { by: 'project', byProject: { [WEB]: suzuki, [APP]: tanaka } },
      [issue(1), issue(2, { projectId: APP }), issue(3, { projectId: OPS })],
      { 1: 11, 2: 12, 3: 'NO_SUCCESSOR' },
    ],
    [
      'by category: the first rule that has one of its categories decides',
      {
        by: 'category',
        rules: [
          { label: '認証', categoryIds: [31, 51], to: suzuki },
          { label: 'メール', categoryIds: [32], to: tanaka },
        ],
        else: tanaka,
      },
      [
        issue(1, { categoryIds: [32, 31] }),
        issue(2, { categoryIds: [32] }),
        issue(3, { categoryIds: [39] }),
        issue(4),
        issue(5, { projectId: APP, categoryIds: [51] }),
      ],
      // The rule's person is meant, and nobody in their place.
      { 1: 11, 2: 12, 3: 12, 4: 12, 5: 'SUCCESSOR_NOT_MEMBER 11' },
    ],
    [
      'by issue: the others go to one person',
      { by: 'issue', byIssue: { 1: suzuki }, else: tanaka },
      [issue(1), issue(2)],
      { 1: 11, 2: 12 },
    ],
    [
      'by issue: or to nobody',
      { by: 'issue', byIssue: { 1: suzuki }, else: null },
      [issue(1), issue(2)],
      { 1: 11, 2: 'NO_SUCCESSOR' },
    ],
    [
      'levelling: only members; an issue that none of them may receive names the first',
      { by: 'level', to: [suzuki, nguyen], measure: 'issues' },
      [issue(1), issue(2), issue(3, { projectId: APP }), issue(4, { projectId: OPS })],
      { 1: 11, 2: 11, 3: 13, 4: 'SUCCESSOR_NOT_MEMBER 11' },
    ],
    [
      'a project that is not known has no members',
      { by: 'one', to: suzuki },
      [issue(1, { projectId: 99 })],
      { 1: 'SUCCESSOR_NOT_MEMBER 11' },
    ],
  ];

  it.each(rows)('%s', (_what, split, issues, expected) => {
    expect(told(assignSuccessors(split, issues, place()))).toEqual(expected);
  });

  it('names everybody once, in its order', () => {
    const rules = [{ label: '認証', categoryIds: [31], to: tanaka }];
    expect(successorsOf({ by: 'category', rules, else: suzuki })).toEqual([tanaka, suzuki]);
    expect(successorsOf({ by: 'issue', byIssue: { 1: suzuki, 2: suzuki }, else: null })).toEqual([suzuki]);
  });
});

describe('levelling', () => {
  const level = (measure: 'issues' | 'hours'): Split => ({
    by: 'level',
    to: [suzuki, tanaka, nguyen],
    measure,
  });
  const endOf = (split: Split, issues: HandedIssue[], load: [number, Workload][] = []) => {
    const given = place(load);
    const assigned = assignSuccessors(split, issues, given);
    const changes = workloadAfter({ from: sato, split, issues, assigned, load: given.load });
    return Object.fromEntries(changes.map((change) => [change.person.id, change.after]));
  };

  it('counts what people hold already', () => {
    const issues = Array.from({ length: 6 }, (_, index) => issue(index));
    const held: [number, Workload][] = [
      [11, { issues: 5, hours: 0 }],
      [12, { issues: 1, hours: 0 }],
    ];
    expect(endOf(level('issues'), issues, held)).toMatchObject({ 11: { issues: 6 }, 12: { issues: 6 } });
  });

  it('gives the issues that few may receive first, so that nobody is stuck with the rest', () => {
    // APP can go to 12 and 13 only, WEB to 11 and 12 only: three each.
    const issues = [1, 2, 3, 4, 5].map((id) => issue(id));
    const more = [6, 7, 8, 9].map((id) => issue(id, { projectId: APP }));
    const ended = endOf(level('issues'), [...issues, ...more]);
    expect([11, 12, 13].map((id) => ended[id]?.issues)).toEqual([3, 3, 3]);
  });

  it('hands issues on over a third person, where two cannot settle it', () => {
    const held: [number, Workload][] = [[11, { issues: 4, hours: 0 }]];
    const issues = [1, 2, 3, 4].map((id) => issue(id, { projectId: APP }));
    const more = [5, 6, 7, 8].map((id) => issue(id));
    const ended = endOf(level('issues'), [...issues, ...more], held);
    expect([11, 12, 13].map((id) => ended[id]?.issues)).toEqual([4, 4, 4]);
  });

  it('by hours deals the biggest first and exchanges two where that is more even', () => {
    const two: Split = { by: 'level', to: [suzuki, tanaka], measure: 'hours' };
    const issues = [5, 4, 3, 3, 3].map((estimatedHours, id) => issue(id, { estimatedHours }));
    expect(endOf(two, issues)).toMatchObject({ 11: { hours: 9 }, 12: { hours: 9 } });
  });

  it('by hours spreads issues without an estimate by their number', () => {
    const two: Split = { by: 'level', to: [suzuki, tanaka], measure: 'hours' };
    const issues = [issue(1, { estimatedHours: 8 }), ...[2, 3, 4, 5, 6].map((id) => issue(id))];
    expect(endOf(two, issues)).toMatchObject({
      11: { issues: 3, hours: 8 },
      12: { issues: 3, hours: 0 },
    });
  });

  const anyCase = fc.record({
    issues: fc.array(fc.tuple(fc.constantFrom(WEB, APP, OPS), fc.integer({ min: 0, max: 12 })), {
      maxLength: 6,
    }),
    load: fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6)),
  });
  const caseOf = ({ issues, load }: typeof anyCase extends fc.Arbitrary<infer T> ? T : never) => ({
    issues: issues.map(([projectId, estimatedHours], id) => issue(id, { projectId, estimatedHours })),
    load: load.map((held, index): [number, Workload] => [11 + index, { issues: held, hours: held }]),
  });
  /** Every way to deal the issues out, as the loads that people end with. */
  function ways(issues: HandedIssue[], load: [number, Workload][], weigh: (one: HandedIssue) => number) {
    let ends = [new Map(load.map(([id, held]) => [id, held.issues]))];
    for (const one of issues) {
      const eligible = members[one.projectId] ?? [];
      if (eligible.length === 0) continue;
      ends = ends.flatMap((end) =>
        eligible.map((id) => new Map(end).set(id, (end.get(id) ?? 0) + weigh(one))),
      );
    }
    return ends.map((end) => [...end.values()]);
  }
  const unevenness = (loads: number[]) => loads.reduce((sum, held) => sum + held * held, 0);

  it('by issues ends as even as any way of dealing them out could', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { issues, load } = caseOf(given);
        const ended = endOf(level('issues'), issues, load);
        const ours = unevenness([11, 12, 13].map((id) => ended[id]?.issues ?? 0));
        expect(ours).toBe(Math.min(...ways(issues, load, () => 1).map(unevenness)));
      }),
    );
  });

  it('by hours no issue handed on, and no two exchanged, would make it more even', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { issues, load } = caseOf(given);
        const assigned = assignSuccessors(level('hours'), issues, place(load));
        const ended = endOf(level('hours'), issues, load);
        const held = issues.flatMap((one) => {
          const to = assigned.get(one.id);
          return to === undefined || 'block' in to ? [] : [{ one, at: to.to.id }];
        });
        const may = (one: HandedIssue, id: number) => members[one.projectId]?.includes(id) ?? false;
        const hours = (id: number) => ended[id]?.hours ?? 0;
        const weight = (one: HandedIssue) => one.estimatedHours ?? 0;
        for (const { one, at } of held) {
          for (const id of members[one.projectId] ?? []) {
            const back = held.filter((other) => other.at === id && may(other.one, at));
            for (const moved of [weight(one), ...back.map((other) => weight(one) - weight(other.one))]) {
              const gap = hours(at) - hours(id);
              expect(id === at || moved <= 0 || moved >= gap).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('gives the same answer whatever the order of the issues', () => {
    const issues = fc.shuffledSubarray(
      Array.from({ length: 12 }, (_, id) =>
        issue(id, { projectId: id % 3 === 0 ? APP : WEB, estimatedHours: id % 5 }),
      ),
      { minLength: 12 },
    );
    const inOrder = (list: HandedIssue[]) => [...list].sort((a, b) => a.id - b.id);
    fc.assert(
      fc.property(issues, fc.constantFrom('issues' as const, 'hours' as const), (shuffled, measure) => {
        const [one, other] = [shuffled, inOrder(shuffled)].map((list) =>
          told(assignSuccessors(level(measure), list, place())),
        );
        expect(one).toEqual(other);
      }),
    );
  });

  it('ends even with thousands of issues', () => {
    const issues = Array.from({ length: 10_000 }, (_, id) =>
      issue(id, { projectId: id % 2 === 0 ? WEB : APP, estimatedHours: (id % 37) / 4 }),
    );
    const ended = endOf(level('hours'), issues);
    const hours = [11, 12, 13].map((id) => ended[id]?.hours ?? 0);
    expect(Math.max(...hours) - Math.min(...hours)).toBeLessThanOrEqual(0.25);
  });
});

describe('the workload', () => {
  const split: Split = { by: 'one', to: suzuki };
  const load = new Map([
    [sato.id, { issues: 3, hours: 4.3 }],
    [suzuki.id, { issues: 2, hours: 0.1 }],
  ]);

  it('moves from the leaver to those who receive, in issues and hours; what is blocked stays', () => {
    const issues = [issue(1, { estimatedHours: 0.2 }), issue(2), issue(3, { projectId: OPS })];
    const assigned = assignSuccessors(split, issues, place());
    expect(workloadAfter({ from: sato, split, issues, assigned, load })).toEqual([
      { person: sato, before: { issues: 3, hours: 4.3 }, after: { issues: 1, hours: 4.1 } },
      { person: suzuki, before: { issues: 2, hours: 0.1 }, after: { issues: 4, hours: 0.3 } },
    ]);
  });

  it('names the leaver once, also while they stand among the successors', () => {
    const toSelf: Split = { by: 'one', to: sato };
    const assigned = new Map([[1, { to: sato }]]);
    expect(workloadAfter({ from: sato, split: toSelf, issues: [issue(1)], assigned, load })).toEqual([
      { person: sato, before: { issues: 3, hours: 4.3 }, after: { issues: 3, hours: 4.3 } },
    ]);
  });

  it.each([
    [[], null],
    [[0, 0], null],
    [[40], 60],
    [[58, 64, 76], 96],
    [[0, 58, 64, 76, 0], 96],
    [[50, 57], 80],
    [[1, 2], 2],
  ])('%j: the line is 150 %% of the median of those who hold anything', (held, line) => {
    expect(
      workloadThreshold(
        held.map((issues) => ({ issues, hours: 0 })),
        'issues',
      ),
    ).toBe(line);
    expect(
      workloadThreshold(
        held.map((hours) => ({ issues: 1, hours })),
        'hours',
      ),
    ).toBe(line);
  });
});

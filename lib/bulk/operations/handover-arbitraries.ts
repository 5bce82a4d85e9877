import fc from 'fast-check';
import type { Change } from '../changes';
import { anyChanges, anyIssues } from '../plan-arbitraries';
import { OPS, WEB } from '../plan-fixtures';
import { handoverInput, handoverOf, inBothProjects, inNone, inWebOnly } from './handover-fixtures';
import type { Handover, Split } from './handover-schema';
import type { OperationInput } from './operation-input';

// 103 belongs to no project, 101 to WEB: leavers may have left it or not.
const anyLeaver = fc.constantFrom({ id: 103, label: '人103' }, inWebOnly);
const anyone = fc.constantFrom(inWebOnly, inBothProjects, inNone, { id: 103, label: '人103' });
const issueId = fc.integer({ min: 1000, max: 1030 });

const byId = <K extends string>(key: fc.Arbitrary<K>) => fc.dictionary(key, anyone, { maxKeys: 8 });

/** Any way to share issues out, also those that the entry refuses (the leaver, people of no project). */
const anySplit: fc.Arbitrary<Split> = fc.oneof(
  anyone.map((to): Split => ({ by: 'one', to })),
  byId(fc.constantFrom(String(WEB), String(OPS))).map((byProject): Split => ({ by: 'project', byProject })),
  fc
    .record({
      rules: fc.array(
        fc.record({
          label: fc.constant('分類'),
          categoryIds: fc.subarray([31, 32, 51], { minLength: 1 }),
          to: anyone,
        }),
        { maxLength: 3 },
      ),
      else: anyone,
    })
    .map((given): Split => ({ by: 'category', ...given })),
  fc
    .record({ byIssue: byId(issueId.map(String)), else: fc.option(anyone) })
    .map((given): Split => ({ by: 'issue', ...given })),
  fc
    .record({
      to: fc.uniqueArray(anyone, { minLength: 2, selector: (one) => one.id }),
      measure: fc.constantFrom('issues' as const, 'hours' as const),
    })
    .map((given): Split => ({ by: 'level', ...given })),
);

const anyHandover: fc.Arbitrary<Handover> = fc
  .record({
    from: anyLeaver,
    leftOut: fc.array(issueId, { maxLength: 5 }),
    split: anySplit,
    due: fc.option(
      fc.record({
        workingDays: fc.integer({ min: 1, max: 60 }),
        which: fc.constantFrom('overdue' as const, 'all' as const),
      }),
    ),
    reopen: fc.boolean(),
    comment: fc.option(fc.constant('{{from}} → {{to}} {{due}} {{key}}')),
    notify: fc.record({ creator: fc.boolean(), people: fc.array(anyone, { maxLength: 3 }) }),
    lang: fc.constantFrom('ja' as const, 'en' as const),
  })
  .map(({ leftOut, ...given }) => handoverOf({ ...given, scope: { ...handoverOf().scope, leftOut } }));

const anyAssignee: fc.Arbitrary<Change[]> = fc.oneof(
  anyone.map((to): Change[] => [{ field: 'assignee', verb: 'set', to }]),
  fc.tuple(anyone, anyone).map(([from, to]): Change[] => [{ field: 'assignee', verb: 'swap', from, to }]),
  fc.constant<Change[]>([{ field: 'assignee', verb: 'clear' }]),
);

const workload = fc.record({ issues: fc.nat(50), hours: fc.nat(50) });

/** Any handover over any issues (of the leaver, of others, of nobody, closed), with any fixes. */
export const anyHandoverCase: fc.Arbitrary<{ operation: Handover; input: OperationInput }> = fc
  .record({
    operation: anyHandover,
    issues: anyIssues,
    fixes: fc.array(fc.tuple(fc.nat(11), fc.oneof(anyChanges, anyAssignee), fc.boolean()), { maxLength: 4 }),
    load: fc.dictionary(fc.constantFrom('101', '102', '103'), workload),
  })
  .map(({ operation, issues, fixes: placed, load }) => {
    const fixes = placed.flatMap(([place, changes, adds]) => {
      const id = issues[place]?.id;
      return id === undefined ? [] : [[id, changes, adds] as const];
    });
    const added = new Set(fixes.flatMap(([id, , adds]) => (adds ? [id] : [])));
    return {
      operation,
      input: handoverInput(issues, {
        fixes: new Map(fixes.map(([id, changes]) => [id, changes])),
        added,
        besides: new Set(issues.flatMap(({ id }) => (added.has(id) ? [id] : []))),
        load: new Map(Object.entries(load).map(([id, held]) => [Number(id), held])),
      }),
    };
  });

import { describe, expect, it } from 'vitest';
import type { Change } from './changes';
import { imageOf } from './field-image';
import { addFixes, groupFixes } from './fix-groups';
import type { LintFacts } from './lint-facts';
import type { PlanItem, RowFix } from './plan';
import { type PlanInput, planBulkUpdate } from './plan-bulk-update';
import { inBoth, inputOf, inWeb, issueWith, OPS, reference, resolutions, status, WEB } from './plan-fixtures';
import { planUndo } from './undo';

const close: Change = { field: 'status', verb: 'set', to: inBoth('完了', 4, 4) };
const resolved: Change = { field: 'resolution', verb: 'set', to: { id: 0, label: '対応済み' } };
const [, wontFix] = resolutions;

/** WEB-1 has the children 2 and 3; of these 2 has the child 4. */
const children: [number, number[]][] = [
  [1, [2, 3]],
  [2, [4]],
];
const openChildren = new Map(
  children.map(([id, ids]) => [
    id,
    ids.map((child) => ({ id: child, issueKey: `WEB-${child}`, projectId: WEB })),
  ]),
);
const lint: LintFacts = { openChildren };
const parentOf = new Map([
  [2, 1],
  [3, 1],
  [4, 2],
]);
const issue = (id: number) => issueWith({ id, parentIssueId: parentOf.get(id) ?? null });

function plan(ids: number[], changes: Change[], more: Partial<PlanInput> = {}): PlanItem[] {
  return planBulkUpdate(inputOf(ids.map(issue), changes, { lint, ...more }));
}
/** The plan after the fixes of its warnings; issues that only these speak of come beside. */
function afterFix(ids: number[], changes: Change[], code: string, known: readonly RowFix[] = []) {
  const inPlan = (fixes: readonly RowFix[]) => {
    const besides = new Set(fixes.flatMap((fix) => (fix.adds ? [fix.issueId] : [])));
    const byIssue = new Map(fixes.map((fix) => [fix.issueId, fix.changes]));
    return plan([...ids, ...besides], changes, { besides, added: besides, fixes: byIssue });
  };
  const before = inPlan(known);
  const wanted = before.flatMap(({ warnings }) =>
    warnings.flatMap((one) => (one.code === code ? (one.fix ?? []) : [])),
  );
  const fixes = addFixes(known, groupFixes(wanted), new Set(before.map((item) => item.issueId)));
  return { fixes, items: inPlan(fixes) };
}
const found = (items: PlanItem[]) =>
  items.map(({ issueId, pile, warnings }) => [issueId, pile, ...warnings.map(({ code }) => code)]);

describe('an issue that is closed without a resolution', () => {
  it('is held back, and 対応済み (id 0) puts it right', () => {
    expect(found(plan([9], [close]))).toEqual([[9, 'needsReview', 'NO_RESOLUTION']]);
    const { items } = afterFix([9], [close], 'NO_RESOLUTION');
    expect(items).toMatchObject([
      { pile: 'change', included: true, params: { statusId: 4, resolutionId: 0 } },
    ]);
  });

  it.each<[string, Parameters<typeof issueWith>[0], Change[], boolean]>([
    ['is fine when the plan gives one, also 0', {}, [close, resolved], false],
    ['is fine when it has one, also 0', { resolution: { id: 0, name: '対応済み' } }, [close], false],
    [
      'is not fine when the plan takes it away',
      { resolution: { id: 0, name: '対応済み' } },
      [close, { field: 'resolution', verb: 'clear' }],
      true,
    ],
    ['is no concern of a plan that finds it closed', { status: status(4, '完了') }, [close, high()], false],
    ['is no concern of a plan that does not close', {}, [{ ...close, to: inWeb('処理済み', 3) }], false],
  ])('%s', (_name, fields, changes, warns) => {
    const [item] = planBulkUpdate(inputOf([issueWith({ id: 9, ...fields })], changes, { lint }));
    expect(item?.warnings.some(({ code }) => code === 'NO_RESOLUTION')).toBe(warns);
  });
});

it('an undo that closes an issue again puts back what was, whatever that is', () => {
  const closed = issueWith({ id: 9, status: status(4, '完了') });
  const [plan] = planBulkUpdate(inputOf([closed], [{ ...close, to: inWeb('未対応', 1) }]));
  if (plan === undefined) throw new Error('no row');
  const open = { ...closed, status: status(1, '未対応') };
  const done = {
    kind: 'issue' as const,
    plan,
    outcome: 'applied' as const,
    before: imageOf(closed, ['status']),
    after: imageOf(open, ['status']),
  };
  const undo = planUndo({
    items: [done],
    issues: new Map([[9, open]]),
    parents: new Map(),
    milestones: new Map(),
    reference,
  });
  expect(undo).toMatchObject([{ pile: 'change', params: { statusId: 4 }, warnings: [] }]);
});

function high(): Change {
  return { field: 'priority', verb: 'set', to: { id: 2, label: '高' } };
}

describe('a parent that is closed', () => {
  it('is held back while children stay open, with what would close them', () => {
    const [item] = plan([1], [close, resolved]);
    const changes = [{ ...close, to: inWeb('完了', 4) }, resolved];
    expect(item?.warnings).toEqual([
      {
        code: 'PARENT_HAS_OPEN_CHILDREN',
        values: { children: 'WEB-2, WEB-3', childrenMore: '0' },
        fix: [
          { issueId: 2, changes },
          { issueId: 3, changes },
        ],
      },
    ]);
  });

  it('is nothing to look at when the same plan closes its children', () => {
    expect(found(plan([1, 2, 3, 4], [close, resolved]))).toEqual([1, 2, 3, 4].map((id) => [id, 'change']));
  });

  it('is nothing to look at without children', () => {
    expect(found(plan([3], [close, resolved]))).toEqual([[3, 'change']]);
  });

  it('is fixed child by child, down to the last one', () => {
    const first = afterFix([1], [close, resolved], 'PARENT_HAS_OPEN_CHILDREN');
    expect(found(first.items)).toEqual([
      [1, 'needsReview', 'PARENT_HAS_OPEN_CHILDREN'],
      [2, 'needsReview', 'PARENT_HAS_OPEN_CHILDREN'],
      [3, 'change'],
    ]);
    expect(first.items[0]?.warnings[0]?.values).toEqual({ held: 'WEB-2', heldMore: '0' });
    const second = afterFix([1], [close, resolved], 'PARENT_HAS_OPEN_CHILDREN', first.fixes);
    expect(found(second.items)).toEqual([1, 2, 3, 4].map((id) => [id, 'change']));
  });

  it('closes the children as it is closed: with its own resolution, whether new or old', () => {
    const own = { id: wontFix?.id ?? 1, name: wontFix?.name ?? '' };
    const parent = issueWith({ id: 1, resolution: own });
    const [item] = planBulkUpdate(inputOf([parent], [close], { lint }));
    expect(item?.warnings[0]?.fix?.[0]?.changes).toContainEqual({
      field: 'resolution',
      verb: 'set',
      to: { id: 1, label: '対応しない' },
    });
  });

  it('whose children are closed by the plan but held back themselves is held back with them', () => {
    const items = plan([1, 2, 3, 4], [close]);
    expect(items[0]?.warnings.map(({ code }) => code)).toEqual(['PARENT_HAS_OPEN_CHILDREN', 'NO_RESOLUTION']);
    expect(items[0]?.warnings[0]).not.toHaveProperty('fix');
    const { items: after } = afterFix([1, 2, 3, 4], [close], 'NO_RESOLUTION');
    expect(found(after)).toEqual([1, 2, 3, 4].map((id) => [id, 'change']));
  });

  it('may have a child in another project: it is closed by the status of that project', () => {
    const far = issueWith({ id: 7, projectId: OPS, parentIssueId: 8 });
    const facts = { openChildren: new Map([[8, [{ id: 7, issueKey: 'OPS-7', projectId: OPS }]]]) };
    const input = inputOf([issueWith({ id: 8 })], [{ ...close, to: inWeb('完了', 4) }, resolved], {
      lint: facts,
    });
    const [fix] = planBulkUpdate(input).flatMap(({ warnings }) => warnings.flatMap((one) => one.fix ?? []));
    const both = planBulkUpdate({
      ...input,
      issues: [...input.issues, far],
      besides: new Set([7]),
      fixes: new Map([[7, fix?.changes ?? []]]),
    });
    expect(found(both)).toEqual([
      [8, 'change'],
      [7, 'change'],
    ]);
  });

  it('names the first of many children and counts the rest', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      id: 20 + index,
      issueKey: `WEB-${20 + index}`,
      projectId: WEB,
    }));
    const [item] = plan([1], [close, resolved], { lint: { openChildren: new Map([[1, many]]) } });
    expect(item?.warnings[0]?.values).toEqual({
      children: 'WEB-20, WEB-21, WEB-22, WEB-23, WEB-24',
      childrenMore: '7',
    });
    expect(item?.warnings[0]?.fix).toHaveLength(12);
  });
});

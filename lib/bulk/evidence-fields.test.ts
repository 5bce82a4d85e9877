import { describe, expect, it } from 'vitest';
import { evidenceFields, evidenceResult, type LedgerEntry, wasChanged } from './evidence-fields';
import type { FieldDiff } from './plan';

const sato = { id: 1, name: '佐藤 美咲' };
const tanaka = { id: 2, name: '田中 直樹' };
const suzuki = { id: 3, name: '鈴木 健太' };
const [s24, s25, release] = [
  { id: 24, name: 'Sprint 24' },
  { id: 25, name: 'Sprint 25' },
  { id: 30, name: 'リリース 3.0' },
];

const handOver: FieldDiff = { field: 'assignee', before: sato, after: tanaka };
const swap: FieldDiff = {
  field: 'milestone',
  before: [s24],
  after: [s25],
  merge: true,
  add: [s25],
  remove: [s24],
};
const entry = (given: Partial<LedgerEntry>): LedgerEntry => ({
  state: 'applied',
  before: null,
  after: null,
  conflicts: [],
  ...given,
});
const fieldsOf = (diffs: FieldDiff[], ledger: LedgerEntry | null) => evidenceFields({ diffs }, ledger);

describe('the fields of a record', () => {
  it('of a row that was no part of the run are the plan’s own, and nobody says what stands there', () => {
    expect(fieldsOf([handOver], null)).toEqual([{ field: 'assignee', before: sato, planned: tanaka }]);
  });

  it('of an updated row are what was read right before, what was approved, and what Backlog answered', () => {
    const ledger = entry({ before: { assignee: sato }, after: { assignee: tanaka } });
    expect(fieldsOf([handOver], ledger)).toEqual([
      { field: 'assignee', before: sato, planned: tanaka, after: tanaka },
    ]);
  });

  it('tell a value that Backlog stored otherwise', () => {
    const ledger = entry({ before: { assignee: sato }, after: { assignee: suzuki } });
    expect(fieldsOf([handOver], ledger)[0]).toMatchObject({ planned: tanaka, after: suzuki });
  });

  it('take the list that the run found, with what was approved merged into it', () => {
    const found = { milestone: [s24, release] };
    const ledger = entry({ before: found, after: { milestone: [s25, release] } });
    expect(fieldsOf([swap], ledger)).toEqual([
      { field: 'milestone', before: [s24, release], planned: [s25, release], after: [s25, release] },
    ]);
  });

  it('say of a field that was not sent beside others that it had its value already', () => {
    const due: FieldDiff = { field: 'dueDate', before: '2026-11-20', after: '2026-11-27' };
    const ledger = entry({ before: { assignee: sato }, after: { assignee: tanaka } });
    expect(fieldsOf([handOver, due], ledger)[1]).toEqual({
      field: 'dueDate',
      before: '2026-11-20',
      planned: '2026-11-27',
      after: '2026-11-27',
      already: true,
    });
  });

  it('do not guess the rest of a merged list that was not sent', () => {
    const [field] = fieldsOf([swap], entry({ state: 'unchanged' }));
    expect(field).toEqual({ field: 'milestone', before: [s24], planned: [s25], already: true });
  });

  it('of a conflict tell what stood there instead, only where it differed', () => {
    const due: FieldDiff = { field: 'dueDate', before: null, after: '2026-11-27' };
    const ledger = entry({
      state: 'conflict',
      conflicts: [{ field: 'assignee', planned: sato, now: suzuki }],
    });
    expect(fieldsOf([handOver, due], ledger)).toEqual([
      { field: 'assignee', before: sato, planned: tanaka, after: suzuki },
      { field: 'dueDate', before: null, planned: '2026-11-27' },
    ]);
  });

  it.each(['rejected', 'cancelled', 'unknown', 'intent', 'planned'] as const)(
    'of a row that is %s claim nothing about Backlog',
    (state) => {
      const ledger = entry({ state, before: { assignee: sato }, after: { assignee: tanaka } });
      expect(fieldsOf([handOver], ledger)).toEqual([{ field: 'assignee', before: sato, planned: tanaka }]);
    },
  );

  it('include those that went along, as a custom field does that the new type has not', () => {
    const type: FieldDiff = {
      field: 'issueType',
      before: { id: 1, name: 'バグ' },
      after: { id: 2, name: 'タスク' },
    };
    const ledger = entry({
      before: { issueType: { id: 1, name: 'バグ' }, customField_7: '再現手順' },
      after: { issueType: { id: 2, name: 'タスク' }, customField_7: null },
    });
    expect(fieldsOf([type], ledger)[1]).toEqual({ field: 'customField_7', before: '再現手順', after: null });
  });
});

describe('what an undo could put back', () => {
  it.each([
    ['a value that became another', { before: sato, after: tanaka }, true],
    ['a value that was cleared', { before: sato, after: null }, true],
    ['the same value', { before: sato, after: sato }, false],
    ['a value that nobody knows', { before: sato }, false],
    ['a field that was not sent', { before: sato, after: tanaka, already: true as const }, false],
  ])('%s', (_case, field, changed) => {
    expect(wasChanged({ field: 'assignee', ...field })).toBe(changed);
  });
});

describe('how a row stands', () => {
  it.each([
    ['unchanged', null, 'notNeeded'],
    ['blocked', null, 'blocked'],
    ['change', null, 'leftOut'],
    ['needsReview', null, 'leftOut'],
    ['change', 'planned', 'left'],
    ['needsReview', 'intent', 'left'],
    ['change', 'applied', 'applied'],
    ['change', 'conflict', 'conflict'],
  ] as const)('pile %s, ledger %s: %s', (pile, state, result) => {
    expect(evidenceResult({ pile }, state === null ? null : { state })).toBe(result);
  });
});

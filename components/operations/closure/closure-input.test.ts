import { describe, expect, test } from 'vitest';
import { closureInputSchema } from '@/lib/bulk/operations/closure-schema';
import { issue, rowsOf } from './closure-fixtures';
import { type ClosureForm, emptyForm, formOf, takenIn, withDecision } from './closure-form';
import { closureInputOf } from './closure-input';
import { plannedWrites } from './planned-writes';

const fixed = { id: 0, label: '対応済み' };
const wontFix = { id: 1, label: '対応しない' };
const tanaka = { id: 7, label: '田中 直樹' };
const next = { kind: 'new', name: ' Sprint 25 ', startDate: '2026-11-24', dueDate: '' } as const;
const issues = [issue(1), issue(2), issue(3, { statusId: 3 }), issue(4, { statusId: 4 })];

function inputOf(form: ClosureForm) {
  return closureInputOf({
    projectId: 1,
    milestone: { id: 21, label: 'Sprint 24' },
    resolvedIsDone: true,
    next,
    form,
    rows: rowsOf(issues, { form }),
    resolution: fixed,
    report: { name: 'ふりかえり', content: '# Sprint 24' },
  });
}

describe('what is stored with the plan', () => {
  test('fits the schema; the name is trimmed, an empty day is none, and 対応済み keeps its id 0', () => {
    const input = inputOf(emptyForm);
    expect(closureInputSchema.parse(input)).toEqual(input);
    expect(input.next).toEqual({ kind: 'new', name: 'Sprint 25', startDate: '2026-11-24', dueDate: null });
    expect(input.resolution).toEqual(fixed);
    expect(input.decisions).toEqual({});
    expect(input.report).toEqual({ wiki: null, comment: null });
  });

  test('a new assignee or a resolution alone leaves the destination as the column has it', () => {
    const reassigned = withDecision(emptyForm, [1], { assignee: tanaka });
    const form = withDecision(reassigned, [3], { resolution: wontFix });
    expect(inputOf(form).decisions).toEqual({
      '1': { to: 'next', assignee: tanaka },
      '3': { to: 'close', resolution: wontFix },
    });
  });

  test('what is taken back leaves nothing behind', () => {
    const form = withDecision(withDecision(emptyForm, [1, 2], { to: 'none' }), [1], { to: undefined });
    expect(form.decisions).toEqual({ '2': { to: 'none' } });
  });

  test('what is left out has no decision and is no write; only issues that are there and open are named', () => {
    const decided = withDecision(emptyForm, [1], { to: 'close' });
    const form = { ...decided, leftOut: [1, 4, 99] };
    expect(inputOf(form)).toMatchObject({ leftOut: [1], decisions: {} });
    expect(closureInputSchema.parse(inputOf(form))).toEqual(inputOf(form));
    expect(plannedWrites(rowsOf(issues, { form }), next, form).issues).toBe(2);
    expect(formOf({ kind: 'closure', ...inputOf(form), snapshot: null }).leftOut).toEqual([1]);
  });

  test('taken in again, or sent somewhere, an issue takes part as it was decided', () => {
    const form = { ...withDecision(emptyForm, [1], { to: 'close' }), leftOut: [1, 2] };
    expect(inputOf(takenIn(form, [1]))).toMatchObject({ leftOut: [2], decisions: { '1': { to: 'close' } } });
    expect(withDecision(form, [2], { to: 'none' }).leftOut).toEqual([1]);
    expect(withDecision(form, [2], { assignee: tanaka }).leftOut).toEqual([1, 2]);
    expect(withDecision(form, [1], { to: undefined }).leftOut).toEqual([1, 2]);
  });

  test('coming back from the plan brings every decision back', () => {
    const decided = withDecision(emptyForm, [1], { to: 'close', resolution: wontFix });
    const report = {
      ...emptyForm.report,
      wiki: true,
      comment: true,
      key: 'WEB-2',
      issue: { id: 2, label: 'WEB-2' },
    };
    const form = { ...decided, moveDueDates: true, archive: false, report };
    const again = formOf({ kind: 'closure', ...inputOf(form), snapshot: null });
    expect(again).toMatchObject({
      resolvedIsDone: true,
      next: { kind: 'new', name: 'Sprint 25', startDate: '2026-11-24', dueDate: '' },
      decisions: { '1': { to: 'close', resolution: wontFix } },
      moveDueDates: true,
      archive: false,
      report: { wiki: true, name: 'ふりかえり', comment: true, issue: { id: 2, label: 'WEB-2' } },
    });
    expect(inputOf({ ...again, resolvedIsDone: null })).toEqual(inputOf(form));
  });
});

test('the planned writes count every issue once, the milestones and the wiki page', () => {
  const report = { ...emptyForm.report, wiki: true, comment: true, issue: { id: 1, label: 'WEB-1' } };
  const form = { ...emptyForm, report };
  expect(plannedWrites(rowsOf(issues), next, form)).toEqual({ issues: 3, milestones: 2, wikis: 1 });
  const elsewhere = { ...form, archive: false, report: { ...report, issue: { id: 99, label: 'WEB-99' } } };
  expect(plannedWrites(rowsOf(issues), { kind: 'none' }, elsewhere)).toEqual({
    issues: 4,
    milestones: 0,
    wikis: 1,
  });
});

import { describe, expect, test } from 'vitest';
import { issue, project, rowsOf } from './closure-fixtures';
import { emptyForm, withDecision } from './closure-form';
import { closureObstacle } from './closure-obstacle';
import { countRows } from './closure-rows';
import { milestonesOf } from './milestone-choices';
import { newMilestoneProblem } from './new-milestone-problem';
import { nextChoice, nextView } from './next-choice';

const choice = { kind: 'new', name: 'Sprint 25', startDate: '2026-11-24', dueDate: '2026-12-04' } as const;

function obstacleOf(changes: Partial<Parameters<typeof closureObstacle>[0]> = {}, carried = {}) {
  const form = changes.form ?? emptyForm;
  const rows = rowsOf([issue(1), issue(2)], { form, carryOvers: carried });
  return closureObstacle({
    canWrite: true,
    complete: true,
    rows,
    counts: countRows(rows),
    form,
    next: nextView(choice, []),
    nextUnknown: false,
    problem: null,
    report: { name: 'ふりかえり', content: '# Sprint 24' },
    mostCharacters: 50_000,
    ...changes,
  });
}

describe('the way to the preview', () => {
  test('is free when everything has a destination', () => {
    expect(obstacleOf()).toBeNull();
  });

  test('a destination is asked for only where somebody should look, and names the first issue', () => {
    expect(obstacleOf({}, { '2': 2 })).toEqual({ code: 'undecided', key: 'WEB-2', more: 0 });
    expect(obstacleOf({}, { '1': 2, '2': 3 })).toEqual({ code: 'undecided', key: 'WEB-1', more: 1 });
    const form = withDecision(emptyForm, [2], { to: 'none' });
    expect(obstacleOf({ form }, { '2': 2 })).toBeNull();
  });

  test('what is left out needs no destination and no next milestone; alone, it is nothing to do', () => {
    const form = { ...emptyForm, leftOut: [2] };
    expect(obstacleOf({ form }, { '2': 2 })).toBeNull();
    const all = { ...emptyForm, leftOut: [1, 2], archive: false };
    expect(obstacleOf({ form: all, next: null })).toEqual({ code: 'nothing' });
    expect(obstacleOf({ form: { ...all, archive: true }, next: null })).toBeNull();
  });

  test('a next milestone is needed only if something goes there', () => {
    expect(obstacleOf({ next: null })).toEqual({ code: 'noNext' });
    expect(obstacleOf({ next: null, form: { ...emptyForm, unfinished: 'none' } })).toBeNull();
  });

  test('a report needs its name, its text and its issue, and only if it is wanted', () => {
    const bare = { name: ' ', content: '' };
    const { report } = emptyForm;
    expect(obstacleOf({ report: bare })).toBeNull();
    expect(obstacleOf({ report: bare, form: { ...emptyForm, report: { ...report, wiki: true } } })).toEqual({
      code: 'wikiName',
    });
    expect(obstacleOf({ form: { ...emptyForm, report: { ...report, comment: true } } })).toEqual({
      code: 'reportIssue',
    });
    const long = { name: 'a', content: 'x'.repeat(50_001) };
    expect(obstacleOf({ report: long, form: { ...emptyForm, report: { ...report, wiki: true } } })).toEqual({
      code: 'reportLong',
    });
  });
});

describe('the milestone to be created', () => {
  const taken = [{ name: 'Sprint 23' }];

  test.each([
    [{ name: ' ' }, 'noName'],
    [{ name: 'x'.repeat(256) }, 'longName'],
    [{ name: ' Sprint 23 ' }, 'nameTaken'],
    [{ startDate: '0260-11-24' }, 'badDay'],
    [{ dueDate: '2026-11-23' }, 'reversed'],
    [{ startDate: '', dueDate: '2026-11-01' }, null],
    [{}, null],
  ])('%o is %s', (changes, problem) => {
    expect(newMilestoneProblem({ ...choice, ...changes }, taken)).toBe(problem);
  });

  test('is the suggested one until somebody chooses', () => {
    const suggestion = { kind: 'new', name: 'Sprint 25', startDate: '2026-11-24', dueDate: null } as const;
    expect(nextChoice(emptyForm, undefined)).toBeNull();
    expect(nextChoice(emptyForm, suggestion)).toEqual({ ...suggestion, dueDate: '' });
    expect(nextChoice({ ...emptyForm, next: { kind: 'none' } }, suggestion)).toEqual({ kind: 'none' });
    const existing = { kind: 'existing', milestone: { id: 22, label: 'old name' } } as const;
    expect(nextView(existing, milestonesOf([project]))?.name).toBe('Sprint 10');
  });
});

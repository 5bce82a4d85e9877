import { describe, expect, test } from 'vitest';
import type { Change } from '../changes';
import { planClosure } from './closure';
import { closing, closureOf, operationInput } from './closure-fixtures';
import type { Closure } from './closure-schema';

describe('the report of a closure', () => {
  const issues = [closing(1, 1), closing(2, 3), closing(3, 2), closing(4, 3)];
  const report = { wiki: { name: '振り返り', content: 'よくできました' }, comment: null };

  test('the report comes after everything that it speaks of: the row that carries it, then the page', () => {
    const both = { ...report, comment: { issueId: 2, issueKey: 'WEB-2', content: '締めました' } };
    const rows = planClosure(closureOf({ report: both }), operationInput(issues));
    expect(rows.map(({ issueId, stage, step }) => [step?.kind ?? issueId, stage])).toEqual([
      [4, 1],
      [1, 1],
      [3, 1],
      [2, 2],
      ['createWiki', 2],
      ['archiveMilestone', 3],
    ]);
    const mark = { milestoneId: 22, otherwise: 0 };
    expect(rows.map((row) => row.report)).toEqual([undefined, undefined, undefined, mark, mark, undefined]);
  });

  const statuses = (open: number, resolved: number) => [
    { id: 1, issues: open, hours: 0 },
    { id: 2, issues: 0, hours: 0 },
    { id: 3, issues: resolved, hours: 0 },
    { id: 4, issues: 9, hours: 0 },
  ];
  const close: Change = { field: 'status', verb: 'set', to: { label: '完了', byProject: { 1: 4 } } };
  test.each<[string, ReturnType<typeof statuses>, Map<number, Change[]>, number[], number]>([
    ['as it was', statuses(2, 2), new Map(), [], 0],
    ['one more, one finished meanwhile', statuses(2, 1), new Map(), [], 1],
    ['one was taken out', statuses(3, 2), new Map(), [], 1],
    ['one went from open to done', statuses(3, 1), new Map(), [], 1],
    ['closed in the preview instead of carried over', statuses(2, 2), new Map([[1, [close]]]), [], 1],
    ['closed in the preview as it was to be', statuses(2, 2), new Map([[2, [close]]]), [], 0],
    ['left out, then taken in', statuses(2, 2), new Map([[3, [close]]]), [3], 1],
  ])('a report knows of how many issues it speaks otherwise: %s', (_name, was, fixes, leftOut, count) => {
    const snapshot: Closure['snapshot'] = {
      at: '2026-11-22T00:00:00Z',
      startDate: null,
      dueDate: null,
      basics: { total: 13, statuses: was, hoursKnown: true, estimatedHours: 0, actualHours: 0 },
      figures: null,
    };
    const closure = closureOf({ report: { ...report, comment: null }, snapshot, leftOut });
    const rows = planClosure(closure, operationInput(issues, { fixes }));
    expect(rows.find((row) => row.step?.kind === 'createWiki')?.report?.otherwise).toBe(count);
  });
});

import { expect, test } from 'vitest';
import { planClosure } from './closure';
import {
  closing,
  closingProject,
  closureOf,
  newNext,
  operationInput,
  referenceWith,
} from './closure-fixtures';

test('a milestone that is gone leaves nothing to carry out: every step and the report say why', () => {
  const reference = referenceWith({ milestones: closingProject.milestones.filter(({ id }) => id !== 22) });
  const report = {
    wiki: { name: 'ふりかえり', content: '#' },
    comment: { issueId: 9, issueKey: 'WEB-9', content: '#' },
  };
  const issues = [closing(1, 1, { milestone: [] }), closing(9, 4, { milestone: [] })];
  const input = operationInput(issues, { reference, besides: new Set([9]) });
  const rows = planClosure(closureOf({ next: newNext, report }), input);
  expect(rows.map(({ step, issueId, pile }) => [step?.kind ?? issueId, pile])).toEqual([
    ['createMilestone', 'blocked'],
    [1, 'unchanged'],
    ['createWiki', 'blocked'],
    [9, 'blocked'],
    ['archiveMilestone', 'blocked'],
  ]);
  expect(rows.some(({ included }) => included)).toBe(false);
  for (const { pile, blocks } of rows) {
    if (pile !== 'blocked') continue;
    expect(blocks).toEqual([
      { code: 'VALUE_NOT_IN_PROJECT', values: { field: 'milestone', label: 'Sprint 24', project: 'WEB' } },
    ]);
  }
});

import { expect, test } from 'vitest';
import { planClosure } from '@/lib/bulk/operations/closure';
import { closing, closureOf, newNext, operationInput, release } from '@/lib/bulk/operations/closure-fixtures';
import type { Closure } from '@/lib/bulk/operations/closure-schema';
import { formOf } from './closure-form';
import { withoutLeftOut } from './without-left-out';

const wiki = { name: '振り返り', content: 'x' };
const comment = { issueId: 9, issueKey: 'WEB-9', content: 'x' };
const issues = [closing(1, 1), closing(2, 3), closing(9, 4, { milestone: [release] })];

/** The form that one comes back to from a preview in which the rows `out` were unchecked. */
function formAfter(out: readonly number[], given: Partial<Closure> = {}) {
  const closure = closureOf({ next: newNext, report: { wiki, comment }, ...given });
  const input = operationInput(issues, { besides: new Set([9]) });
  const items = planClosure(closure, input).map((item) =>
    out.includes(item.issueId) ? { ...item, included: false } : item,
  );
  const form = withoutLeftOut(formOf(closure), { closure, items });
  const { leftOut, archive, report } = form;
  return { leftOut: leftOut.toSorted(), archive, wiki: report.wiki, comment: report.comment };
}

const whole = { leftOut: [] as number[], archive: true, wiki: true, comment: true };

test.each<[string, ReturnType<typeof formAfter>, typeof whole]>([
  ['nothing unchecked: the form as it was', formAfter([]), whole],
  ['issues stay, also one that would be closed', formAfter([1, 2]), { ...whole, leftOut: [1, 2] }],
  [
    'those of an earlier preview stay as well',
    formAfter([2], { leftOut: [1] }),
    { ...whole, leftOut: [1, 2] },
  ],
  ['the archive', formAfter([-3]), { ...whole, archive: false }],
  ['the wiki page', formAfter([-2]), { ...whole, wiki: false }],
  ['the comment on an issue that is none of the milestone', formAfter([9]), { ...whole, comment: false }],
  [
    'the comment that rode on a row',
    formAfter([2], { report: { wiki, comment: { ...comment, issueId: 2 } } }),
    { ...whole, leftOut: [2], comment: false },
  ],
  ['the next milestone is chosen on the page', formAfter([-1]), whole],
])('what was unchecked in the preview: %s', (_name, form, expected) => {
  expect(form).toEqual(expected);
});

test('rows under a warning are left out by nobody', () => {
  const closure = closureOf({ decisions: { 1: { to: 'next', assignee: { id: 999, label: '山本' } } } });
  const items = planClosure(closure, operationInput(issues));
  expect(items.find(({ issueId }) => issueId === 1)).toMatchObject({ pile: 'needsReview', included: false });
  expect(withoutLeftOut(formOf(closure), { closure, items }).leftOut).toEqual([]);
});

test('what a warning has left out of a plan with a report stays, too, and the report is made anew without it', () => {
  const decisions = { 1: { to: 'next', assignee: { id: 999, label: '山本' } } } as const;
  const closure = closureOf({ decisions, report: { wiki, comment: null } });
  const items = planClosure(closure, operationInput(issues));
  const form = formOf(closure);
  const back = withoutLeftOut(form, { closure, items }, true);
  expect(back).toMatchObject({ leftOut: [1], report: { wiki: true, text: null } });
  // What was written on the page is kept there.
  expect(withoutLeftOut(form, { closure, items }).report.text).toBe('x');
});

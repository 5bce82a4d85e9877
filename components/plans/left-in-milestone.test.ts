import { describe, expect, test } from 'vitest';
import { planClosure } from '@/lib/bulk/operations/closure';
import { closing, closureOf, operationInput, release } from '@/lib/bulk/operations/closure-fixtures';
import type { Closure } from '@/lib/bulk/operations/closure-schema';
import { leftInMilestone } from './left-in-milestone';
import { saidOtherwise } from './said-otherwise';

const issues = [closing(1, 1), closing(2, 3), closing(3, 2)];

/** The plan of a closure, its rows `out` unchecked. */
function leftOf(given: Partial<Closure> = {}, out: readonly number[] = [], more = issues) {
  const operation = closureOf(given);
  const items = planClosure(operation, operationInput(more)).map((item) =>
    out.includes(item.issueId) ? { ...item, included: false } : item,
  );
  return leftInMilestone({ operation }, items)?.count ?? null;
}

describe('open issues that hold the archive back are told before anything is approved', () => {
  test.each<[string, ReturnType<typeof leftOf>, number | null]>([
    ['none, if every row is carried out', leftOf(), null],
    ['left out when the plan was made', leftOf({ leftOut: [1, 3] }), 2],
    ['unchecked in the preview, also what would be closed', leftOf({}, [1, 2]), 2],
    ['both', leftOf({ leftOut: [1] }, [3]), 2],
    ['blocked', leftOf({ next: null }), 2],
    [
      'left out with the report on it: counted once',
      leftOf({
        leftOut: [1],
        report: { wiki: null, comment: { issueId: 1, issueKey: 'WEB-1', content: 'x' } },
      }),
      1,
    ],
    ['not asked where nothing is archived', leftOf({ leftOut: [1], archive: false }), null],
    ['nor where the archive is unchecked', leftOf({ leftOut: [1] }, [-3]), null],
    [
      'closed issues and those of other milestones hold nothing back',
      leftOf({}, [], [closing(4, 4), closing(5, 1, { milestone: [release] })]),
      null,
    ],
  ])('%s', (_name, left, count) => {
    expect(left).toBe(count);
  });
});

/** Of how many issues the report of a closure says what the plan does not do, its rows `out` unchecked. */
function otherwiseOf(given: Partial<Closure> = {}, out: readonly number[] = []) {
  const report = { wiki: { name: '振り返り', content: '#' }, comment: null };
  const rows = planClosure(closureOf({ report, ...given }), operationInput(issues));
  return saidOtherwise(
    rows.map((item) => (out.includes(item.issueId) ? { ...item, included: false } : item)),
  );
}

describe('a report that will be held back is told before anything is approved', () => {
  const comment = (issueId: number) => ({
    report: { wiki: null, comment: { issueId, issueKey: `WEB-${issueId}`, content: '#' } },
  });
  test.each<[string, number, number]>([
    ['not, if every row is carried out', otherwiseOf(), 0],
    ['rows unchecked in the preview', otherwiseOf({}, [1, 2]), 2],
    ['a row that cannot be carried out', otherwiseOf({ next: null }), 2],
    ['not what was left out before the report was made', otherwiseOf({ leftOut: [1] }), 0],
    ['not where the report itself is unchecked', otherwiseOf({}, [1, -2]), 0],
    ['as a comment, too', otherwiseOf(comment(3), [1]), 1],
    ['its own row is no other', otherwiseOf(comment(3), []), 0],
    ['unchecked with its issue', otherwiseOf(comment(3), [1, 3]), 0],
  ])('%s', (_name, count, expected) => {
    expect(count).toBe(expected);
  });
});

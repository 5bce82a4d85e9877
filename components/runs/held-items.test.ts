import { expect, test } from 'vitest';
import { type Retry, retryOf } from './held-items';
import type { RunCounts, RunItem } from './run-data';

const none: RunCounts = {
  applied: 9,
  unchanged: 0,
  conflict: 0,
  rejected: 0,
  cancelled: 0,
  unknown: 0,
  left: 0,
};
type Reasons = NonNullable<RunItem['reason']>[];
const archive = { code: 'HELD_BACK', failed: 0, open: 2 } as const;

test.each<[string, Partial<RunCounts>, number, Reasons, Retry]>([
  ['nothing failed', {}, 0, [], null],
  ['Backlog refused something', { rejected: 2 }, 1, [archive, { code: 'REFUSED' }], 'failed'],
  ['open issues alone hold the archive: they can be closed', { rejected: 1 }, 1, [archive], 'held'],
  [
    'rows left out hold the report: they stay so in this run',
    { rejected: 2 },
    2,
    [archive, { code: 'REPORT_HELD', leftOut: 2 }],
    null,
  ],
  ['a conflict stays one in this run', { rejected: 1, conflict: 1 }, 1, [{ ...archive, failed: 1 }], null],
  ['an unknown one may still be settled first', { rejected: 1, unknown: 1 }, 1, [archive], null],
])('what is offered once more: %s', (_name, counts, held, reasons, expected) => {
  const items = reasons.map((reason) => ({ reason }));
  expect(retryOf({ counts: { ...none, ...counts }, held }, items)).toBe(expected);
});

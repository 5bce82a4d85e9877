import { expect, test } from 'vitest';
import type { ClosureRecord } from '../closure-data';
import { heldByOpenIssues } from './held-by-open-issues';

type Facts = Parameters<typeof heldByOpenIssues>[0];
const step = (
  state: 'applied' | 'rejected',
  reason: NonNullable<ClosureRecord['archive']>['reason'] = null,
) => ({
  name: 'Sprint 24',
  state,
  reason,
});
const nothing = {
  rejected: 0,
  held: 0,
  conflict: 0,
  unknown: 0,
  cancelled: 0,
  left: 0,
  leftOut: 0,
  undone: 0,
};
const held: Facts = {
  archive: step('rejected', 'HELD_BACK'),
  notDone: { ...nothing, leftOut: 2 },
  create: step('applied'),
  wiki: null,
};

test.each<[string, Partial<Facts>, boolean]>([
  ['issues were left out, everything else went through', {}, true],
  ['an issue failed', { notDone: { ...nothing, leftOut: 2, rejected: 1 } }, false],
  ['an issue was in conflict', { notDone: { ...nothing, conflict: 1 } }, false],
  [
    'issues were left out, and so was the report that speaks of them',
    { wiki: step('rejected', 'REPORT_HELD') },
    true,
  ],
  ['the wiki page failed', { wiki: step('rejected') }, false],
  ['the archive itself was refused', { archive: step('rejected', 'REFUSED') }, false],
  ['there was none', { archive: null }, false],
])('open issues alone hold the archive back: %s', (_name, change, expected) => {
  expect(heldByOpenIssues({ ...held, ...change })).toBe(expected);
});

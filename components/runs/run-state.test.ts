import { describe, expect, it } from 'vitest';
import type { RunItem } from './run-data';
import { appliedPerField, canRetry, isWaiting, itemsPerSecond, needingAttention } from './run-state';

function item(position: number, changes: Partial<RunItem> = {}): RunItem {
  return {
    position,
    issueId: position,
    issueKey: `WEB-${position}`,
    summary: '',
    state: 'applied',
    attempt: 1,
    differs: [],
    reason: null,
    durationMs: 300,
    endedAt: '2026-11-20T05:36:24.000Z',
    ...changes,
  };
}

describe('items that need a person', () => {
  it('are the refused, conflicting and unknown ones and those stored otherwise, in plan order, once', () => {
    const log = [item(5, { state: 'conflict' }), item(4), item(3, { differs: ['dueDate'] })];
    const open = [
      item(1, { state: 'rejected' }),
      item(5, { state: 'conflict' }),
      item(7, { state: 'unknown' }),
    ];
    expect(needingAttention(log, open).map(({ position }) => position)).toEqual([1, 3, 5, 7]);
  });

  it('are not the ones that had the value already or were never sent', () => {
    expect(needingAttention([item(1, { state: 'unchanged' }), item(2, { state: 'cancelled' })])).toEqual([]);
  });
});

describe('what changed, field by field', () => {
  const due = { field: 'dueDate', before: null, after: '2026-11-27' } as const;

  it('counts updated rows against approved ones, the most frequent field first', () => {
    const run = { fieldCounts: { dueDate: 2, comment: 3 } };
    const said = { comment: true, notified: 0 };
    expect(appliedPerField(run, [item(1, { diffs: [due], said }), item(2, { diffs: [], said })])).toEqual([
      { field: 'comment', planned: 3, applied: 2 },
      { field: 'dueDate', planned: 2, applied: 1 },
    ]);
  });

  it('counts comments and rows that told people from what was sent', () => {
    const run = { fieldCounts: { notify: 2, comment: 1 } };
    const applied = [
      item(1, { diffs: [due], said: { comment: false, notified: 2 } }),
      item(2, { diffs: [due], said: { comment: true, notified: 1 } }),
      item(3, { diffs: [due], said: { comment: false, notified: 0 } }),
      // Of a settled item nothing may be known.
      item(4, { diffs: [due] }),
    ];
    expect(appliedPerField(run, applied)).toEqual([
      { field: 'notify', planned: 2, applied: 2 },
      { field: 'comment', planned: 1, applied: 1 },
    ]);
  });
});

describe('measured pace', () => {
  it('is the mean over the last items', () => {
    expect(itemsPerSecond([4000, 3000, 2000, 1000])).toBe(1);
  });

  it('leaves out waits and pauses', () => {
    expect(itemsPerSecond([62_000, 61_000, 1000, 0])).toBe(1);
  });

  it('is unknown before two items have ended', () => {
    expect(itemsPerSecond([1000])).toBeNull();
  });
});

it('a run that is over does not wait, whatever it waited for last', () => {
  expect(isWaiting({ state: 'running', waitReason: 'quota' })).toBe(true);
  expect(isWaiting({ state: 'cancelled', waitReason: 'person' })).toBe(false);
});

it('failed items can be taken up again when there are some and nobody works on the run', () => {
  const counts = { applied: 2, unchanged: 0, conflict: 1, rejected: 1, cancelled: 0, unknown: 0, left: 0 };
  expect(canRetry({ state: 'done', counts })).toBe(true);
  expect(canRetry({ state: 'cancelled', counts })).toBe(true);
  expect(canRetry({ state: 'paused', counts })).toBe(true);
  expect(canRetry({ state: 'running', counts })).toBe(false);
  expect(canRetry({ state: 'done', counts: { ...counts, rejected: 0 } })).toBe(false);
});

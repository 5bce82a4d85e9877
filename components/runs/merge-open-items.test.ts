import { describe, expect, it } from 'vitest';
import { mergeOpenItems, newestEnd } from './merge-open-items';
import type { RunItem } from './run-data';

function item(position: number, changes: Partial<RunItem> = {}): RunItem {
  return {
    position,
    issueId: position,
    issueKey: `WEB-${position}`,
    summary: '',
    state: 'rejected',
    attempt: 1,
    differs: [],
    reason: null,
    durationMs: null,
    endedAt: `2026-11-20T05:36:${String(position).padStart(2, '0')}.000Z`,
    ...changes,
  };
}

describe('items that were not done, read piece by piece', () => {
  it('stand in the order of the plan, each once, as they were read last', () => {
    const known = [item(1), item(7, { state: 'unknown' })];
    const merged = mergeOpenItems(known, [item(7, { state: 'rejected' }), item(3)]);
    expect(merged.map(({ position, state }) => [position, state])).toEqual([
      [1, 'rejected'],
      [3, 'rejected'],
      [7, 'rejected'],
    ]);
  });

  it('are asked for from the end of the newest on', () => {
    expect(newestEnd([item(4), item(9), item(2, { endedAt: null })])).toBe('2026-11-20T05:36:09.000Z');
    expect(newestEnd([])).toBeNull();
  });
});

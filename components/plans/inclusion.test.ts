import { describe, expect, it } from 'vitest';
import { addWishes, batchOf, noWishes, openWishes, withWishes } from './inclusion';
import { planItem } from './plan-fixtures';

const items = [planItem(1), planItem(2), planItem(3, { pile: 'blocked', included: false })];

describe('leaving rows out', () => {
  it('shows on screen at once and leaves the saved plan alone', () => {
    const shown = withWishes(items, addWishes(noWishes, [1], false));
    expect(shown.map(({ included }) => included)).toEqual([false, true, false]);
    expect(items[0]?.included).toBe(true);
  });

  it('cannot take in a row that cannot be carried out', () => {
    const wishes = addWishes(noWishes, [3], true);
    expect(withWishes(items, wishes)[2]?.included).toBe(false);
    expect(batchOf(items, wishes)).toBeNull();
  });

  it('sends only what differs from the saved plan', () => {
    const wishes = addWishes(addWishes(noWishes, [1, 2], false), [2], true);
    expect(batchOf(items, wishes)).toEqual({ include: [], exclude: [1] });
  });

  it('keeps what was ticked while the earlier wishes were under way', () => {
    const sent = addWishes(noWishes, [1, 2], false);
    const later = addWishes(sent, [2], true);
    expect([...openWishes(later, sent)]).toEqual([[2, true]]);
  });
});

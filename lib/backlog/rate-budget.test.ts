import { beforeEach, describe, expect, test } from 'vitest';
import { createRateBudget, observeAll, type RateBudget } from './rate-budget';

const start = Date.UTC(2026, 10, 24, 0, 0, 10);
let now = start;
let budget: RateBudget;

beforeEach(() => {
  now = start;
  budget = createRateBudget({ clock: { now: () => now } });
});

interface Told {
  limit?: number;
  remaining: number;
  /** ms from the start of the test */
  resetIn: number;
  date?: number;
}

function headers({ limit = 150, remaining, resetIn, date }: Told): Headers {
  return new Headers({
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String((start + resetIn) / 1000),
    ...(date === undefined ? {} : { Date: new Date(date).toUTCString() }),
  });
}

function answer(told: Told, status = 200): void {
  budget.begin('update').answered(status, headers(told));
}

describe('before the first answer', () => {
  test('nothing is known and nothing is held back', () => {
    expect(budget.snapshot('update')).toBeNull();
    expect(budget.waitMs('update', { reserve: 10 })).toBe(0);
  });

  test('answers without headers teach nothing', () => {
    budget.begin('update').answered(200, new Headers({ 'X-RateLimit-Limit': '150' }));
    expect(budget.snapshot('update')).toBeNull();
  });
});

describe('within a window', () => {
  test('limit, remaining and reset are those of the headers', () => {
    answer({ remaining: 149, resetIn: 60_000 });
    expect(budget.snapshot('update')).toEqual({ limit: 150, remaining: 149, resetAt: start + 60_000 });
  });

  test('classes do not touch each other', () => {
    answer({ remaining: 0, resetIn: 60_000 });
    expect(budget.waitMs('search', { reserve: 0 })).toBe(0);
  });

  test('requests in flight are counted until they are answered', () => {
    answer({ remaining: 2, resetIn: 60_000 });
    const ticket = budget.begin('update');
    expect(budget.snapshot('update')?.remaining).toBe(1);
    budget.begin('update');
    expect(budget.waitMs('update', { reserve: 0 })).toBe(61_000);
    ticket.answered(200, headers({ remaining: 1, resetIn: 60_000 }));
    expect(budget.snapshot('update')?.remaining).toBe(0);
  });

  test('the reserve is left to the person, and the wait goes to one second after the reset', () => {
    answer({ remaining: 11, resetIn: 60_000 });
    expect(budget.waitMs('update', { reserve: 10 })).toBe(0);
    answer({ remaining: 10, resetIn: 60_000 });
    expect(budget.waitMs('update', { reserve: 10 })).toBe(61_000);
    expect(budget.waitMs('update', { reserve: 0 })).toBe(0);
  });

  test('of a tiny limit at most half is reserved', () => {
    answer({ limit: 5, remaining: 3, resetIn: 60_000 });
    expect(budget.waitMs('update', { reserve: 10 })).toBe(0);
    answer({ limit: 5, remaining: 2, resetIn: 60_000 });
    expect(budget.waitMs('update', { reserve: 10 })).toBe(61_000);
  });

  test('answers that overtake each other leave the smaller number', () => {
    const first = budget.begin('update');
    const second = budget.begin('update');
    second.answered(200, headers({ remaining: 148, resetIn: 60_000 }));
    first.answered(200, headers({ remaining: 149, resetIn: 60_000 }));
    expect(budget.snapshot('update')?.remaining).toBe(148);
  });

  test('a request without answer is taken as counted if it can have arrived', () => {
    answer({ remaining: 100, resetIn: 60_000 });
    budget.begin('update').unanswered(true);
    expect(budget.snapshot('update')?.remaining).toBe(99);
    budget.begin('update').unanswered(false);
    expect(budget.snapshot('update')?.remaining).toBe(99);
  });

  test('use by another tool and a lowered limit are adopted at once', () => {
    answer({ remaining: 140, resetIn: 60_000 });
    answer({ remaining: 20, resetIn: 60_000 });
    expect(budget.snapshot('update')?.remaining).toBe(20);
    answer({ limit: 100, remaining: 30, resetIn: 60_000 });
    expect(budget.snapshot('update')).toMatchObject({ limit: 100, remaining: 30 });
  });

  test('numbers beside a refused token are not taken for this person', () => {
    answer({ remaining: 3, resetIn: 60_000 });
    answer({ remaining: 150, resetIn: 0 }, 401);
    expect(budget.snapshot('update')?.remaining).toBe(3);
  });
});

describe('across windows', () => {
  test('window from the first request: after the reset the whole limit is there', () => {
    answer({ remaining: 0, resetIn: 60_000 });
    now = start + 60_999;
    expect(budget.waitMs('update', { reserve: 10 })).toBe(100);
    now = start + 61_000;
    expect(budget.waitMs('update', { reserve: 10 })).toBe(0);
    expect(budget.snapshot('update')?.remaining).toBe(150);
    answer({ remaining: 149, resetIn: 121_000 });
    expect(budget.snapshot('update')).toEqual({ limit: 150, remaining: 149, resetAt: start + 121_000 });
  });

  test('window of the clock minute: the first may be short, the wait follows the header', () => {
    answer({ remaining: 10, resetIn: 50_000 });
    expect(budget.waitMs('update', { reserve: 10 })).toBe(51_000);
    now = start + 51_000;
    answer({ remaining: 10, resetIn: 110_000 });
    expect(budget.waitMs('update', { reserve: 10 })).toBe(60_000);
  });

  test('a late answer of the old window does not overwrite the new one', () => {
    const late = budget.begin('update');
    answer({ remaining: 149, resetIn: 120_000 });
    late.answered(200, headers({ remaining: 0, resetIn: 60_000 }));
    expect(budget.snapshot('update')).toMatchObject({ remaining: 149, resetAt: start + 120_000 });
  });

  test('an idle class reports a reset that is now: nothing is held back', () => {
    budget.observe('update', { limit: 150, remaining: 150, reset: start / 1000 });
    expect(budget.waitMs('update', { reserve: 10 })).toBe(0);
  });

  test('the answer of /rateLimit teaches all classes', () => {
    const reading = { limit: 60, remaining: 7, reset: start / 1000 + 30 };
    observeAll(budget, { read: reading, update: reading, search: reading, icon: reading });
    expect(budget.snapshot('icon')).toEqual({ limit: 60, remaining: 7, resetAt: start + 30_000 });
  });
});

describe('after 429', () => {
  test('with a reset: nothing goes until one second after it', () => {
    answer({ remaining: 0, resetIn: 20_000 }, 429);
    expect(budget.waitMs('update', { reserve: 0 })).toBe(21_000);
    now = start + 21_000;
    expect(budget.waitMs('update', { reserve: 0 })).toBe(0);
  });

  test('without headers: 60 s, then doubled up to 5 minutes, forgotten after a success', () => {
    for (const wait of [60_000, 120_000, 240_000, 300_000, 300_000]) {
      budget.begin('update').answered(429, new Headers());
      expect(budget.waitMs('update', { reserve: 0 })).toBe(wait);
      now += wait;
    }
    budget.begin('update').answered(200, new Headers());
    budget.begin('update').answered(429, new Headers());
    expect(budget.waitMs('update', { reserve: 0 })).toBe(60_000);
  });

  test('without headers: counted in a row, until an answer comes or a reset is named', () => {
    const blind = () => budget.begin('update').answered(429, new Headers());
    blind();
    blind();
    expect([budget.blindRefusals('update'), budget.blindRefusals('read')]).toEqual([2, 0]);
    answer({ remaining: 0, resetIn: 60_000 }, 429);
    expect(budget.blindRefusals('update')).toBe(0);
    blind();
    answer({ remaining: 10, resetIn: 60_000 });
    expect(budget.blindRefusals('update')).toBe(0);
  });

  test('a request held back before it was sent leaves the count of refusals alone', () => {
    budget.begin('update').answered(429, new Headers());
    budget.begin('update').unanswered(false);
    expect(budget.blindRefusals('update')).toBe(1);
  });

  test('with a reset that is already over: at least a second, growing', () => {
    answer({ remaining: 0, resetIn: -30_000 }, 429);
    expect(budget.waitMs('update', { reserve: 0 })).toBe(1_000);
    now += 1_000;
    answer({ remaining: 0, resetIn: -30_000 }, 429);
    expect(budget.waitMs('update', { reserve: 0 })).toBe(2_000);
  });

  test('another class goes on', () => {
    answer({ remaining: 0, resetIn: 20_000 }, 429);
    expect(budget.waitMs('read', { reserve: 0 })).toBe(0);
  });
});

describe('clocks that differ', () => {
  test('a reset is translated by the offset of Date', () => {
    const skew = 90_000;
    answer({ remaining: 0, resetIn: skew + 60_000, date: start + skew });
    expect(budget.snapshot('update')?.resetAt).toBe(start + 60_000);
    expect(budget.waitMs('update', { reserve: 0 })).toBe(61_000);
  });

  test('the promptest of the answers gives the offset, so whole seconds and slow answers do not add up', () => {
    answer({ remaining: 5, resetIn: 60_000, date: start - 900 });
    answer({ remaining: 0, resetIn: 60_000, date: start });
    expect(budget.snapshot('update')?.resetAt).toBe(start + 60_000);
    answer({ remaining: 0, resetIn: 60_000, date: start - 2_000 });
    expect(budget.snapshot('update')?.resetAt).toBe(start + 60_000);
  });

  test('a clock that was set by ten minutes is followed, both ways', () => {
    answer({ remaining: 1, resetIn: 60_000, date: start });
    answer({ remaining: 1, resetIn: 660_000, date: start + 600_000 });
    expect(budget.snapshot('update')?.resetAt).toBe(start + 60_000);
    answer({ remaining: 1, resetIn: 60_000, date: start });
    expect(budget.snapshot('update')?.resetAt).toBe(start + 60_000);
  });

  test('a slow drift is followed within minutes', () => {
    answer({ remaining: 1, resetIn: 60_000, date: start });
    now = start + 700_000;
    answer({ remaining: 1, resetIn: 720_000, date: start + 697_000 });
    expect(budget.snapshot('update')?.resetAt).toBe(start + 723_000);
  });
});

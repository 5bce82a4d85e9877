import { describe, expect, it } from 'vitest';
import { nextWrite, type PaceInput } from './pace';

const base: PaceInput = {
  now: 100_000,
  pace: 'limit',
  itemsLeft: 100,
  lastWriteAt: 99_900,
  quota: { waitMs: 0, snapshot: { limit: 150, remaining: 150, resetAt: 160_000 } },
  reserve: 10,
  gentleSpacingMs: 1_000,
};

describe('the pace of writes', () => {
  it('a clock that was set back holds nothing up: a write that lies ahead of now is forgotten', () => {
    const back = { ...base, lastWriteAt: base.now + 600_000 };
    expect(nextWrite({ ...back, pace: 'gentle' })).toEqual({ at: base.now, reason: null });
    expect(nextWrite({ ...back, itemsLeft: 1_000 })).toEqual({ at: base.now, reason: null });
  });

  it('limit: goes at once while all that is left fits beside the reserve', () => {
    expect(nextWrite({ ...base, itemsLeft: 140 })).toEqual({ at: 100_000, reason: null });
  });

  it('limit: spreads the window evenly when more is left than it gives', () => {
    const next = nextWrite({ ...base, itemsLeft: 141, lastWriteAt: 100_000 });
    expect(next.at - 100_000).toBeCloseTo(60_000 / 141, 5);
  });

  it('limit: spends the whole window but never the reserve, and never sends before the reset', () => {
    let now = 0;
    let remaining = 150;
    let lastWriteAt: number | null = null;
    const sent: number[] = [];
    while (sent.length < 200) {
      const resetAt = Math.floor(now / 60_000) * 60_000 + 60_000;
      const waitMs = remaining > 10 ? 0 : resetAt - now;
      const quota = { waitMs, snapshot: { limit: 150, remaining, resetAt } };
      const next = nextWrite({ ...base, now, lastWriteAt, itemsLeft: 200 - sent.length, quota });
      if (next.at > now) {
        if (Math.floor(next.at / 60_000) > Math.floor(now / 60_000)) remaining = 150;
        now = next.at;
        continue;
      }
      sent.push(now);
      lastWriteAt = now;
      remaining -= 1;
      now += 128;
    }
    expect(sent.filter((at) => at < 60_000)).toHaveLength(140);
    expect(sent.at(-1)).toBeLessThan(60_000 + 61 * 128);
  });

  it('gentle: keeps its distance, whatever the quota would allow', () => {
    expect(nextWrite({ ...base, pace: 'gentle' }).at).toBe(100_900);
  });

  it('both: wait for the reset when the quota is spent, and say so', () => {
    const quota = { waitMs: 41_000, snapshot: { limit: 150, remaining: 10, resetAt: 140_000 } };
    expect(nextWrite({ ...base, quota })).toEqual({ at: 141_000, reason: 'quota' });
    expect(nextWrite({ ...base, pace: 'gentle', quota })).toEqual({ at: 141_000, reason: 'quota' });
  });

  it('limit: does not hold back on numbers of a window that is over', () => {
    const quota = { waitMs: 0, snapshot: { limit: 150, remaining: 150, resetAt: 90_000 } };
    expect(nextWrite({ ...base, itemsLeft: 5_000, quota }).at).toBe(100_000);
  });
});

import { describe, expect, it } from 'vitest';
import { endsByItself, stepOf, waitOf } from './wait-look';

describe('the wait of a run', () => {
  it('is over with the run', () => {
    expect(waitOf({ state: 'cancelled', waitReason: 'person' })).toBeNull();
    expect(waitOf({ state: 'running', waitReason: null })).toBeNull();
  });

  it('ends by itself for the quota and for another person’s write, not for one’s own paused run', () => {
    const quota = { reason: 'quota', paused: false } as const;
    const theirs = { reason: 'locked', paused: false } as const;
    const own = { reason: 'locked', paused: true } as const;
    expect([quota, theirs, own].map(endsByItself)).toEqual([true, true, false]);
    expect([quota, theirs, own].map(stepOf)).toEqual([null, null, 'resume']);
  });

  it('needs a person for everything that only a person can settle', () => {
    const reasons = [
      'needsSignIn',
      'licence',
      'redirect',
      'limited',
      'failures',
      'noRight',
      'stage',
      'format',
    ] as const;
    for (const reason of reasons) expect(endsByItself({ reason, paused: true })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { endsByItself, stepOf, waitOf } from './wait-look';

const counts = { applied: 4, unchanged: 1, conflict: 0, rejected: 0, cancelled: 0, unknown: 0, left: 1 };
const plain = { waitDetail: null, counts };

describe('the wait of a run', () => {
  it('is over with the run', () => {
    expect(waitOf({ ...plain, state: 'cancelled', waitReason: 'person' })).toBeNull();
    expect(waitOf({ ...plain, state: 'running', waitReason: null })).toBeNull();
  });

  it('holds an archiving back as long as anything was not done, a conflict too', () => {
    const run = {
      state: 'paused',
      waitReason: 'stage',
      waitDetail: { failed: 1, holds: 'archive' },
    } as const;
    expect(waitOf({ ...run, counts: { ...counts, rejected: 1 } })?.archive).toBe('held');
    expect(waitOf({ ...run, counts: { ...counts, rejected: 1, conflict: 1 } })?.archive).toBe('conflicts');
    expect(waitOf({ ...run, counts: { ...counts, unknown: 1 } })?.archive).toBe('held');
    expect(waitOf({ ...run, counts })?.archive).toBe('ready');
    expect(waitOf({ ...run, waitDetail: { failed: 1 }, counts })?.archive).toBeNull();
  });

  it('ends by itself for the quota and for another person’s write, not for one’s own paused run', () => {
    const quota = { reason: 'quota', paused: false, archive: null } as const;
    const theirs = { reason: 'locked', paused: false, archive: null } as const;
    const own = { reason: 'locked', paused: true, archive: null } as const;
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
    for (const reason of reasons) expect(endsByItself({ reason, paused: true, archive: null })).toBe(false);
  });
});

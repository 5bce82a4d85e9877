import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPace, type EstimateInput, estimateSeconds } from './estimate';

const base: EstimateInput = {
  count: 0,
  pace: 'limit',
  limit: 150,
  remaining: 150,
  resetInSeconds: 0,
  callSeconds: 0.128,
  reserve: 0,
};

describe('time for a run', () => {
  it.each([
    [10, 'limit', 1.28],
    [100, 'limit', 12.8],
    [150, 'limit', 19.2],
    [300, 'limit', 79.2],
    [1000, 'limit', 372.8],
    [10_000, 'limit', 3972.8],
    [10, 'gentle', 10],
    [1000, 'gentle', 1000],
  ] as const)(
    '%d items at pace %s take %f s when the window opens with the first',
    (count, pace, seconds) => {
      expect(estimateSeconds({ ...base, count, pace })).toBeCloseTo(seconds, 6);
    },
  );

  it('uses the running window to its end when it fits exactly', () => {
    expect(estimateSeconds({ ...base, count: 300, resetInSeconds: 19.2 })).toBeCloseTo(38.4, 6);
  });

  it('waits for the reset when nothing is left', () => {
    expect(estimateSeconds({ ...base, count: 10, remaining: 0, resetInSeconds: 40 })).toBeCloseTo(41.28, 6);
  });

  it('leaves the reserve to the person', () => {
    const some = { ...base, count: 141, reserve: 10 };
    expect(estimateSeconds({ ...some, count: 140 })).toBeCloseTo(17.92, 6);
    expect(estimateSeconds(some)).toBeCloseTo(60.128, 6);
    expect(estimateSeconds({ ...some, count: 5, remaining: 12, resetInSeconds: 30 })).toBeCloseTo(30.384, 6);
  });

  it('never promises less than the round trips, nor less for more items', () => {
    const quota = fc.record({
      pace: fc.constantFrom('limit' as const, 'gentle' as const),
      limit: fc.integer({ min: 0, max: 200 }),
      remaining: fc.integer({ min: 0, max: 200 }),
      resetInSeconds: fc.integer({ min: 0, max: 60 }),
      callSeconds: fc.double({ min: 0.01, max: 5, noNaN: true }),
      reserve: fc.constant(10),
    });
    fc.assert(
      fc.property(quota, fc.nat({ max: 3000 }), (input, count) => {
        const now = estimateSeconds({ ...input, count });
        expect(now).toBeGreaterThanOrEqual(count * input.callSeconds - 1e-6);
        expect(estimateSeconds({ ...input, count: count + 1 })).toBeGreaterThanOrEqual(now - 1e-6);
        const gentle = estimateSeconds({ ...input, pace: 'gentle', count });
        expect(gentle).toBeGreaterThanOrEqual(now - 1e-6);
      }),
    );
  });
});

it('up to 30 items start within the limit, more start gently', () => {
  expect([1, 30, 31].map(defaultPace)).toEqual(['limit', 'limit', 'gentle']);
});

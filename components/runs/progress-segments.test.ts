import { describe, expect, it } from 'vitest';
import { outcomeFigures, progressSegments } from './progress-segments';

const none = { applied: 0, unchanged: 0, conflict: 0, rejected: 0, cancelled: 0, unknown: 0, left: 0 };

describe('stretches of the progress bar', () => {
  it('leave out what is zero and add up to the total', () => {
    const segments = progressSegments({
      ...none,
      applied: 58,
      rejected: 2,
      conflict: 1,
      unchanged: 1,
      left: 56,
    });
    expect(segments.map(({ key }) => key)).toEqual(['applied', 'rejected', 'conflict', 'unchanged', 'left']);
    expect(segments.reduce((sum, { count }) => sum + count, 0)).toBe(118);
  });

  it('end where the run ends', () => {
    expect(progressSegments({ ...none, applied: 3 })).toEqual([{ key: 'applied', count: 3 }]);
  });
});

describe('figures below the bar', () => {
  it('always say what was updated and what is left', () => {
    expect(outcomeFigures({ ...none, left: 5 })).toEqual([
      { key: 'applied', count: 0 },
      { key: 'left', count: 5 },
    ]);
  });

  it('show every outcome that happened', () => {
    const figures = outcomeFigures({ ...none, applied: 1, unknown: 1, cancelled: 4 });
    expect(figures.map(({ key }) => key)).toEqual(['applied', 'unknown', 'cancelled', 'left']);
  });
});

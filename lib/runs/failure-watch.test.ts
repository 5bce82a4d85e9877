import { describe, expect, it } from 'vitest';
import { createFailureWatch } from './failure-watch';
import type { ReasonCode } from './item-reason';
import type { StepResult } from './run-context';

const DEMO = 10;
const OTHER = 20;
type End = Extract<StepResult, { kind: 'ended' }>;
const end = (outcome: End['outcome'], code?: ReasonCode): End => ({
  kind: 'ended',
  outcome,
  reason: code === undefined ? null : { code },
});
const noRight = end('rejected', 'NO_RIGHT');
const watch = (stopAfter: number | null, failuresAccepted = 0, failures = 0) =>
  createFailureWatch({ stopAfter, failuresAccepted }, failures, 3);

describe('the stop after failures', () => {
  it('comes with the last one that is allowed, and tells the number of all', () => {
    const w = watch(2, 3, 4);
    expect(w.stopAt()).toBeNull();
    for (const outcome of ['applied', 'unchanged', 'conflict', 'cancelled'] as const) {
      w.ended(DEMO, end(outcome));
    }
    expect(w.stopAt()).toBeNull();
    w.ended(DEMO, end('unknown'));
    expect(w.stopAt()).toBe(5);
  });

  it('does not let more through because failures that were accepted have been retried since', () => {
    const w = watch(2, 20, 0);
    w.ended(DEMO, end('rejected'));
    w.ended(DEMO, end('rejected'));
    expect(w.stopAt()).toBe(2);
  });

  it('never comes when the person wants none', () => {
    const w = watch(null, 0, 10_000);
    expect(w.stopAt()).toBeNull();
  });
});

describe('holding a project', () => {
  it('counts refusals in a row in the very project; only a write that was judged otherwise ends the row', () => {
    const w = watch(null);
    w.ended(DEMO, noRight);
    w.ended(DEMO, noRight);
    w.ended(OTHER, end('applied'));
    w.ended(DEMO, end('unchanged'));
    w.ended(DEMO, end('conflict', 'CHANGED_MEANWHILE'));
    expect(w.mustHold(DEMO)).toBe(false);
    w.ended(DEMO, noRight);
    expect(w.mustHold(DEMO)).toBe(true);
    expect(w.mustHold(OTHER)).toBe(false);
    w.ended(DEMO, end('applied'));
    expect(w.mustHold(DEMO)).toBe(false);
  });
});

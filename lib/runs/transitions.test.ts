import { describe, expect, it } from 'vitest';
import { outcomes } from '@/lib/bulk/plan';
import {
  hasEnded,
  isOutcome,
  itemStates,
  itemStatesBefore,
  itemTransitions,
  runStates,
  runStatesBefore,
} from './transitions';

describe('the transition tables', () => {
  it('end an item in exactly the six outcomes, and never leave one again', () => {
    expect(itemStates.filter(isOutcome).sort()).toEqual([...outcomes].sort());
    for (const outcome of outcomes) expect(itemTransitions[outcome]).toEqual([]);
  });

  it('let nothing but a committed intent become applied or unknown', () => {
    expect(itemStatesBefore('applied')).toEqual(['intent']);
    expect(itemStatesBefore('unknown')).toEqual(['intent']);
  });

  it('let a run write only after it was queued, and end it for good', () => {
    expect(runStatesBefore('running')).toEqual(['queued']);
    expect(runStates.filter(hasEnded)).toEqual(['done', 'cancelled']);
  });
});

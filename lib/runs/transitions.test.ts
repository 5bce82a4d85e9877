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
  it('end an item in exactly the six outcomes, and leave only what failed or is unknown, at a person’s word', () => {
    expect(itemStates.filter(isOutcome).sort()).toEqual([...outcomes].sort());
    const final = outcomes.filter((outcome) => itemTransitions[outcome].length === 0);
    expect([...final].sort()).toEqual(['applied', 'cancelled', 'conflict', 'unchanged']);
    expect(itemTransitions.rejected).toEqual(['planned']);
    expect(itemTransitions.unknown).toEqual(['applied', 'conflict', 'rejected']);
  });

  it('let nothing but a committed intent become applied or unknown, or what was unknown be settled', () => {
    expect(itemStatesBefore('applied')).toEqual(['intent', 'unknown']);
    expect(itemStatesBefore('unknown')).toEqual(['intent']);
    expect(itemStatesBefore('intent')).toEqual(['planned']);
  });

  it('let a run write only after it was queued', () => {
    expect(runStatesBefore('running')).toEqual(['queued']);
    expect(runStates.filter(hasEnded)).toEqual(['done', 'cancelled']);
  });
});

import type { Outcome } from '@/lib/bulk/plan';

export const runStates = ['queued', 'running', 'paused', 'cancelling', 'done', 'cancelled'] as const;
export type RunState = (typeof runStates)[number];

export const itemStates = [
  'planned',
  'intent',
  'applied',
  'unchanged',
  'conflict',
  'rejected',
  'cancelled',
  'unknown',
] as const;
export type ItemState = (typeof itemStates)[number];

/** Where a run may go from where it is. Every statement that moves a run names its source states from here. */
export const runTransitions = {
  queued: ['running', 'paused', 'cancelling', 'cancelled'],
  running: ['paused', 'cancelling', 'done'],
  paused: ['queued', 'cancelling', 'cancelled'],
  cancelling: ['cancelled', 'done'],
  // Ended items taken up again: failed ones at a person's word.
  done: ['queued'],
  cancelled: ['queued'],
} as const satisfies Record<RunState, readonly RunState[]>;

/** Where an item may go. `intent` returns to `planned` only when the write was not carried out. */
export const itemTransitions = {
  planned: ['intent', 'unchanged', 'conflict', 'rejected', 'cancelled'],
  intent: ['planned', 'applied', 'unchanged', 'conflict', 'rejected', 'cancelled', 'unknown'],
  applied: [],
  unchanged: [],
  conflict: [],
  // A person retries it.
  rejected: ['planned'],
  cancelled: [],
  // A person looks again or says how it ended.
  unknown: ['applied', 'conflict', 'rejected'],
} as const satisfies Record<ItemState, readonly ItemState[]>;

/** States from which a run may become `to`. */
export function runStatesBefore(to: RunState): RunState[] {
  return runStates.filter((from) => (runTransitions[from] as readonly RunState[]).includes(to));
}

/** States from which an item may become `to`. */
export function itemStatesBefore(to: ItemState): ItemState[] {
  return itemStates.filter((from) => (itemTransitions[from] as readonly ItemState[]).includes(to));
}

/** Whether an item has ended: the six outcomes. */
export function isOutcome(state: ItemState): state is Outcome {
  return state !== 'planned' && state !== 'intent';
}

/** Whether a run has ended. */
export function hasEnded(state: RunState): boolean {
  return state === 'done' || state === 'cancelled';
}

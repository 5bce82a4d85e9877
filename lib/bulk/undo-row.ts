import type { PlanBlock, PlanItem } from './plan';

/** What the row of an undone step is made from. */
export interface UndoRow {
  place: { number: number; stage: number };
  /** The row when nothing is left to take back. */
  nothing: PlanItem;
  /** The row when it cannot be taken back. */
  blocked: (block: PlanBlock) => PlanItem;
}

/** Somebody has changed since what the run did; who, these parts of Backlog do not say. */
export const changedSinceRun: PlanBlock = { code: 'CHANGED_SINCE_RUN', values: { by: '', at: '' } };

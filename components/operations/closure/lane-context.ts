'use client';
import { createContext, useContext } from 'react';
import type { LabelledId } from './closure-data';
import type { RowDecision } from './closure-form';

/** A part that is `undefined` is taken back. */
export type DecisionChange = { [K in keyof RowDecision]?: RowDecision[K] | undefined };

/** What every row of the three columns needs. */
export interface LaneContextValue {
  /** Name of the next milestone; null while there is none. */
  nextName: string | null;
  /** Of the project. */
  members: readonly LabelledId[];
  resolutions: readonly LabelledId[];
  /** 完了理由 of what is closed without one of its own. */
  resolution: LabelledId | null;
  /** Keys of issues that are loaded, by id: for parents. */
  keys: ReadonlyMap<number, string>;
  decide: (issueIds: readonly number[], change: DecisionChange) => void;
  /** Issues that stay as they are take part again. */
  takeIn: (issueIds: readonly number[]) => void;
}

export const LaneContext = createContext<LaneContextValue | null>(null);

export function useLaneContext(): LaneContextValue {
  const value = useContext(LaneContext);
  if (!value) throw new Error('useLaneContext outside LaneContext');
  return value;
}

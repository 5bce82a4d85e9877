'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { FixLine } from './fix-lines';
import type { FixGroup, PlanDetail } from './plan-data';
import type { Fixes } from './use-fixes';

/** What every place that shows a row needs for putting it right. */
export interface FixControl extends Pick<Fixes, 'apply' | 'takeBack' | 'busy'> {
  plan: Pick<PlanDetail, 'kind' | 'changes' | 'fixes'>;
  /** What a person added, by what it does. */
  lines: readonly FixLine[];
  /** What a person added for single issues, without whom to tell. */
  fixed: ReadonlyMap<number, FixGroup>;
  /** Nothing can be changed now: read only, expired, or something is under way. */
  disabled: boolean;
  onInclude: (ids: number[], included: boolean) => void;
}

const FixContext = createContext<FixControl | null>(null);

export function FixProvider({ value, children }: { value: FixControl; children: ReactNode }) {
  return <FixContext value={value}>{children}</FixContext>;
}

export function useFixControl(): FixControl {
  const value = useContext(FixContext);
  if (value === null) throw new Error('useFixControl outside FixProvider');
  return value;
}

import {
  Check,
  CircleHelp,
  CircleMinus,
  CircleX,
  GitMergeConflict,
  type LucideIcon,
  Minus,
} from 'lucide-react';
import type { SegmentKey } from './progress-segments';

interface OutcomeLook {
  icon: LucideIcon;
  tone: 'plain' | 'ok' | 'warn' | 'danger' | 'conflict';
  /** Colour of the stretch in a bar while the run is on. */
  fill: string;
}

/** One look per outcome, everywhere; always beside its word. */
export const outcomeLook: Record<SegmentKey, OutcomeLook> = {
  applied: { icon: Check, tone: 'ok', fill: 'bg-fg' },
  rejected: { icon: CircleX, tone: 'danger', fill: 'bg-danger-fill' },
  conflict: { icon: GitMergeConflict, tone: 'conflict', fill: 'bg-conflict-fill' },
  unknown: { icon: CircleHelp, tone: 'warn', fill: 'bg-warn-fill' },
  unchanged: { icon: Minus, tone: 'plain', fill: 'bg-fg-3' },
  cancelled: { icon: CircleMinus, tone: 'plain', fill: 'bg-fg-3' },
  left: { icon: Minus, tone: 'plain', fill: 'bg-surface-3' },
};

/** Updates turn green only when the run is over. */
export function fillOf(key: SegmentKey, over: boolean): string {
  return key === 'applied' && over ? 'bg-ok-fill' : outcomeLook[key].fill;
}

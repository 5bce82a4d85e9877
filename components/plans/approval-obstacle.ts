/** Why a plan cannot be approved right now, in the order in which it is said. */
export type ApprovalObstacle =
  | 'readOnly'
  | 'expired'
  | 'stale'
  | 'staleSteps'
  | 'saving'
  | 'empty'
  | 'unchecked'
  | 'checking';

export interface ApprovalState {
  canWrite: boolean;
  expired: boolean;
  /** Issues changed by someone after the preview was made. */
  staleCount: number;
  /** Steps, milestones that rows need, and values that they bring in, that are no longer as they were. */
  staleStepCount: number;
  /** Rows left out or taken in that the server does not know yet. */
  saving: boolean;
  includedCount: number;
  /** The server could not be told that this plan is on screen. */
  displayFailed: boolean;
  /** The server knows that this plan is on screen. */
  displayed: boolean;
}

/** The first thing in the way of approving; null when nothing is. */
export function approvalObstacle(state: ApprovalState): ApprovalObstacle | null {
  if (!state.canWrite) return 'readOnly';
  if (state.expired) return 'expired';
  if (state.staleStepCount > 0) return 'staleSteps';
  if (state.staleCount > 0) return 'stale';
  if (state.saving) return 'saving';
  if (state.includedCount === 0) return 'empty';
  if (state.displayed) return null;
  return state.displayFailed ? 'unchecked' : 'checking';
}

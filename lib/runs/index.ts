export type { PlanRow, RunRow } from './claim';
export { DraftTakenError } from './complete-draft';
export { cancelRun, pauseRun, type RunKey, resumeRun, setRunPace } from './control';
export { failDraft, fillDraft } from './fill-draft';
export { heldCodes, reasonCodes } from './item-reason';
export { contentOf } from './plan-content';
export { copyItems, insertRunItems, loadIssueIds, loadPlanItems } from './plan-items';
export { insertDraft, insertRevision } from './plan-store';
export { pruneIssueHistories, prunePlanItems } from './prune-plans';
export { readAndDecide } from './read-step';
export { readValueList } from './read-value-list';
export { retryFailed } from './retry';
export { type Selection, selectionSchema } from './selection';
export { lookAgain, type Settled, settleByHand } from './settle';
export { noObserver, type StepObserver } from './step-observer';
export {
  operationSubject,
  storedChanges,
  storedFixes,
  storedImage,
  storedItem,
  storedOperation,
  storedParams,
  storedReason,
  storedStepImage,
} from './stored';
export { defaultTimings, timingsOf } from './timings';
export { hasEnded, isOutcome, itemStates, runStates } from './transitions';
export { type UndoLimits, undoCandidates, undoLimits } from './undo-source';
export { countVerified } from './verify-ledger';
export { type ValueList, wantedValues } from './wanted-values';
export { createWorker } from './worker';

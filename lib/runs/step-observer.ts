/** Points of the engine at which a process may die without anything being lost or done twice. */
export const stepNames = [
  'token.beforeRefresh',
  'token.afterAnswer',
  'token.afterSave',
  'draft.beforeCommit',
  'draft.afterCommit',
  'item.beforeIntent',
  'item.afterIntent',
  'item.beforeSend',
  'item.afterSend',
  'item.afterAnswer',
  'item.beforeRecord',
  'item.afterRecord',
  'run.beforeEnd',
] as const;
export type StepName = (typeof stepNames)[number];

/** Told at every step; what it throws ends the work as a crash would: nothing is released, nothing is recorded. */
export type StepObserver = (
  step: StepName,
  subject: { id: string; position: number | null },
) => void | Promise<void>;

export const noObserver: StepObserver = () => undefined;

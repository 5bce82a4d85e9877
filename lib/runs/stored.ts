import type {
  DiffField,
  FieldImage,
  IssueUpdateParams,
  Operation,
  PlanItem,
  RowFix,
  StepImage,
} from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import type { ItemReason } from './item-reason';
import type { StaleAnswer, StepIntent, StepParams } from './ledger-item';

// jsonb columns come back as `unknown`. Only `plan-store.ts` and `ledger.ts` write them, from the very types below,
// and the plan's `format` guards against a future shape: the casts here state that, once.

export function storedItem(value: unknown, included: boolean): PlanItem {
  return { ...(value as PlanItem), included };
}

export function storedChanges(value: unknown): Change[] {
  return value as Change[];
}

export function storedOperation(value: unknown): Operation | null {
  if (value === null) return null;
  const operation = value as Operation;
  // Plans of closures that were stored before issues could be left out have no such list.
  return operation.kind === 'closure' ? { ...operation, leftOut: operation.leftOut ?? [] } : operation;
}

/** Who hands over, or which milestone is closed: what a title names. */
export function operationSubject(value: unknown): string | null {
  const operation = storedOperation(value);
  if (operation?.kind === 'handover') return operation.from.label;
  return operation?.kind === 'closure' ? operation.milestone.label : null;
}

export function storedFixes(value: unknown): RowFix[] {
  return value as RowFix[];
}

export function storedParams(value: unknown): IssueUpdateParams {
  return value as IssueUpdateParams;
}

export function storedImage(value: unknown): FieldImage {
  return value as FieldImage;
}

export function storedAnswer(item: {
  afterImage: unknown;
  differs: unknown;
  durationMs: number | null;
  checks: number;
}): StaleAnswer {
  const { durationMs, checks } = item;
  return {
    after: storedImage(item.afterImage),
    differs: item.differs as DiffField[],
    durationMs: durationMs ?? 0,
    checks,
  };
}

export function storedStepImage(value: unknown): StepImage {
  return value as StepImage;
}

export function storedStepIntent(item: { params: unknown; beforeImage: unknown }): StepIntent {
  return { params: item.params as StepParams, before: storedStepImage(item.beforeImage) };
}

export function storedReason(item: { reason: unknown; differs: unknown }): {
  reason: ItemReason | null;
  differs: DiffField[];
} {
  return {
    reason: item.reason === null ? null : (item.reason as ItemReason),
    differs: item.differs === null ? [] : (item.differs as DiffField[]),
  };
}

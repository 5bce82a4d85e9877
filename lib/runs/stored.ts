import type { DiffField, FieldImage, IssueUpdateParams, PlanItem } from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import type { ItemReason } from './item-reason';

// jsonb columns come back as `unknown`. Only `plan-store.ts` and `ledger.ts` write them, from the very types below,
// and the plan's `format` guards against a future shape: the casts here state that, once.

export function storedItem(value: unknown, included: boolean): PlanItem {
  return { ...(value as PlanItem), included };
}

export function storedChanges(value: unknown): Change[] {
  return value as Change[];
}

export function storedParams(value: unknown): IssueUpdateParams {
  return value as IssueUpdateParams;
}

export function storedImage(value: unknown): FieldImage {
  return value as FieldImage;
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

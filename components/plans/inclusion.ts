import type { PlanItem } from './plan-data';
import { canInclude } from './plan-view';

/** Issue id → whether the person wants the row in. */
export type Wishes = ReadonlyMap<number, boolean>;

export const noWishes: Wishes = new Map();

/** Items as the person wants them; the saved plan stays as it is. */
export function withWishes(items: readonly PlanItem[], wishes: Wishes): readonly PlanItem[] {
  if (wishes.size === 0) return items;
  return items.map((item) => {
    const wish = wishes.get(item.issueId);
    return wish === undefined || wish === item.included || !canInclude(item)
      ? item
      : { ...item, included: wish };
  });
}

export function addWishes(wishes: Wishes, ids: readonly number[], included: boolean): Wishes {
  const next = new Map(wishes);
  for (const id of ids) next.set(id, included);
  return next;
}

/** What has to be sent so that the saved plan fits the wishes; null when it fits already. */
export function batchOf(
  saved: readonly PlanItem[],
  wishes: Wishes,
): { include: number[]; exclude: number[] } | null {
  const include: number[] = [];
  const exclude: number[] = [];
  for (const item of saved) {
    const wish = wishes.get(item.issueId);
    if (wish === undefined || wish === item.included || !canInclude(item)) continue;
    (wish ? include : exclude).push(item.issueId);
  }
  return include.length + exclude.length > 0 ? { include, exclude } : null;
}

/** Wishes that are still open after `sent` was saved: those added or turned round meanwhile. */
export function openWishes(wishes: Wishes, sent: Wishes): Wishes {
  return new Map([...wishes].filter(([id, wish]) => sent.get(id) !== wish));
}

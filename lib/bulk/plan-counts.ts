import type { PileCounts, PlanItem } from './plan';

/** Rows per pile; they add up to all rows. */
export function countPiles(items: readonly PlanItem[]): PileCounts {
  const counts: PileCounts = { change: 0, unchanged: 0, needsReview: 0, blocked: 0 };
  for (const item of items) counts[item.pile] += 1;
  return counts;
}

/**
 * How many included rows write each field (custom fields under their keys), `comment` and `notify` among them; what
 * nobody touches is absent.
 */
export function fieldCounts(items: readonly PlanItem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const count = (field: string) => {
    counts[field] = (counts[field] ?? 0) + 1;
  };
  for (const item of items) {
    if (!item.included) continue;
    for (const diff of item.diffs) count(diff.field);
    if (item.params.comment !== undefined) count('comment');
    if (item.params.notifiedUserId !== undefined) count('notify');
  }
  return counts;
}

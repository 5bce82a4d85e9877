import type { RunItem } from './run-data';

/** When the last of these items ended; null when none has. */
export function newestEnd(items: readonly RunItem[]): string | null {
  return items.reduce<string | null>(
    (newest, { endedAt }) => (endedAt !== null && (newest === null || endedAt > newest) ? endedAt : newest),
    null,
  );
}

/** Known items with newer ones in their places, in the order of the plan. */
export function mergeOpenItems(known: readonly RunItem[], newer: readonly RunItem[]): RunItem[] {
  const byPosition = new Map([...known, ...newer].map((item) => [item.position, item]));
  return [...byPosition.values()].sort((a, b) => a.position - b.position);
}

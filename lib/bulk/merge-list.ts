import type { NamedValue } from './plan';

/**
 * Merges named additions and removals into a list and keeps everything else in its order. When something was removed,
 * additions take its place (a swap stays where it was); otherwise they go to the end. Lists are sets by id.
 */
export function mergeList(
  current: readonly NamedValue[],
  add: readonly NamedValue[],
  remove: readonly NamedValue[],
): NamedValue[] {
  const removed = new Set(remove.map((value) => value.id));
  const kept = current.filter((value) => !removed.has(value.id));
  const present = new Set(kept.map((value) => value.id));
  const added = uniqueById(add).filter((value) => !present.has(value.id));
  const firstRemoved = current.findIndex((value) => removed.has(value.id));
  return kept.toSpliced(firstRemoved === -1 ? kept.length : firstRemoved, 0, ...added);
}

/** Each id once, at its first place. */
export function uniqueById(values: readonly NamedValue[]): NamedValue[] {
  const seen = new Set<number>();
  return values.filter((value) => !seen.has(value.id) && seen.add(value.id));
}

/** Values of `from` whose id is not in `without`. */
export function withoutIds(from: readonly NamedValue[], without: readonly NamedValue[]): NamedValue[] {
  const ids = new Set(without.map((value) => value.id));
  return from.filter((value) => !ids.has(value.id));
}

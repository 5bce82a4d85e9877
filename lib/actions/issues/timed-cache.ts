/** How long an answer is remembered, ms. */
export const lifeMs = 60_000;

/**
 * Remembers answers for 60 s. The owner is a client, of which there is one per (space, person): nobody is served what
 * another person may see. Callers at the same time share one request; a failure is not remembered. `notBefore` (ms): what
 * was asked for earlier is out of date.
 */
export function createTimedCache<T>() {
  const byOwner = new WeakMap<object, Map<string, { asked: number; value: Promise<T> }>>();
  return (owner: object, key: string, now: number, load: () => Promise<T>, notBefore = 0): Promise<T> => {
    const entries = byOwner.get(owner) ?? new Map<string, { asked: number; value: Promise<T> }>();
    byOwner.set(owner, entries);
    const known = entries.get(key);
    if (known && known.asked + lifeMs > now && known.asked >= notBefore) return known.value;
    const value = load();
    entries.set(key, { asked: now, value });
    value.catch(() => {
      if (entries.get(key)?.value === value) entries.delete(key);
    });
    return value;
  };
}

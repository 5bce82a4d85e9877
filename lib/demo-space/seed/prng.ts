/** A small deterministic source of randomness: the same key always tells the same story. */
export interface Prng {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [min, max], both included. */
  int(min: number, max: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One element. Throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** `count` different elements in their original order (all of them when there are fewer). */
  sample<T>(items: readonly T[], count: number): T[];
  /** One element, drawn in proportion to its weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** A new array in random order. */
  shuffle<T>(items: readonly T[]): T[];
  /** An independent source named after this one, so that one part's draws never move another part's. */
  fork(name: string): Prng;
}

function hashText(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  }
  return hash >>> 0;
}

/** Creates a source from a key (mulberry32 over an FNV-1a hash). */
export function createPrng(key: string): Prng {
  let state = hashText(key);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(items: readonly T[]): T => {
    const [item] = items.slice(int(0, items.length - 1));
    if (item === undefined) throw new RangeError(`nothing to pick from (${key})`);
    return item;
  };
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, rank: next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  return {
    next,
    int,
    pick,
    shuffle,
    chance: (probability) => next() < probability,
    sample: (items, count) => {
      const chosen = new Set(shuffle(items.map((_, index) => index)).slice(0, count));
      return items.filter((_, index) => chosen.has(index));
    },
    weighted: (items) => {
      const total = items.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return pick(items.map(([item]) => item));
    },
    fork: (name) => createPrng(`${key}/${name}`),
  };
}

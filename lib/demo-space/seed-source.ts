import { readFileSync } from 'node:fs';
import type { SeedName, SpaceName } from './seed';
import { buildSeed } from './seed';
import type { SpaceState } from './state';
import { loadState } from './state-dump';

const NAMES: readonly SeedName[] = ['small', 'standard', 'large'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface SeedSourceOptions {
  /** `small`, `standard`, `large`, or the path of a dump made by `GET /_demo/state`. */
  seed: string;
  spaceName: SpaceName;
  /** `yyyy-MM-dd`; today in Japan unless given. */
  today?: string | undefined;
}

function todayInJapan(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(Date.now());
}

/** Builds the content of a space from a named seed or a dump; a reset may ask for another named seed. */
export function seedSource(options: SeedSourceOptions): (seed?: string) => SpaceState {
  const today = options.today ?? todayInJapan();
  if (!DAY.test(today)) throw new Error(`Not a date (yyyy-MM-dd): ${today}`);
  return (asked) => {
    const seed = asked ?? options.seed;
    const name = NAMES.find((candidate) => candidate === seed);
    if (name !== undefined) return buildSeed(name, { today, spaceName: options.spaceName });
    // Files come from the command line alone; a control must not name one.
    if (asked !== undefined && asked !== options.seed) throw new Error(`Unknown seed: ${asked}`);
    return loadState(JSON.parse(readFileSync(seed, 'utf8')));
  };
}

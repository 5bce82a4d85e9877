import type { BenchRow } from './bench-row';
import { efficiencyRows } from './engine/efficiency-rows';
import { overheadRows } from './engine/overhead-rows';
import { quotaRows } from './engine/quota-rows';
import { speedRows } from './engine/speed-rows';

/** The bench by theme: what `--only` names. */
export const suites = {
  engine: [speedRows, quotaRows, efficiencyRows, overheadRows],
} as const satisfies Record<string, readonly (() => Promise<BenchRow[]>)[]>;

export type SuiteName = keyof typeof suites;

export const isSuiteName = (name: string): name is SuiteName => Object.hasOwn(suites, name);

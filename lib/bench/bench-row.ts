/** One figure of the bench, as `--json` writes it. */
export interface BenchRow {
  id: string;
  /** What was measured, in words. */
  what: string;
  value: number;
  /** The value it must not miss. */
  target: number;
  better: 'lower' | 'higher';
  /** `ratio`, `ms`, `requests` … */
  unit: string;
  /** The same figure of whatever it is compared with. */
  peer?: number;
}

export function meetsTarget(row: BenchRow): boolean {
  return row.better === 'lower' ? row.value <= row.target : row.value >= row.target;
}

/** The rows as a text table, one line each, misses marked. */
export function benchTable(rows: readonly BenchRow[]): string {
  const figure = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(3));
  const cells = rows.map((row) => [
    row.id,
    figure(row.value),
    row.unit,
    `${row.better === 'lower' ? '≤' : '≥'} ${figure(row.target)}`,
    row.peer === undefined ? '' : figure(row.peer),
    meetsTarget(row) ? 'ok' : 'MISSED',
    row.what,
  ]);
  const table = [['row', 'value', 'unit', 'target', 'peer', '', 'what'], ...cells];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  return table
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The value below which the given share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

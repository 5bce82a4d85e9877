import type { PlanItem, PlanWarning, WarningCode } from './plan-data';

/** All rows with one kind of warning. */
export interface WarningGroup {
  code: WarningCode;
  rows: { item: PlanItem; warning: PlanWarning }[];
  /** Whether every row of the group is included. */
  included: boolean;
}

/** Warnings by kind, the most frequent first. A row with two kinds stands in both groups. */
export function groupWarnings(items: readonly PlanItem[]): WarningGroup[] {
  const byCode = new Map<WarningCode, WarningGroup['rows']>();
  for (const item of items) {
    if (item.pile !== 'needsReview') continue;
    const seen = new Set<WarningCode>();
    for (const warning of item.warnings) {
      if (seen.has(warning.code)) continue;
      seen.add(warning.code);
      const rows = byCode.get(warning.code) ?? [];
      rows.push({ item, warning });
      byCode.set(warning.code, rows);
    }
  }
  return [...byCode]
    .map(([code, rows]) => ({ code, rows, included: rows.every(({ item }) => item.included) }))
    .sort((a, b) => b.rows.length - a.rows.length);
}

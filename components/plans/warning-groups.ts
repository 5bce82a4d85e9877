import { type FixGroup, groupFixes } from '@/lib/bulk/fix-groups';
import { type Cure, cureOfBlock, cureOfWarning } from './cure';
import type { PlanBlock, PlanDetail, PlanItem, PlanWarning, WarningCode } from './plan-data';

/** All rows with one kind of warning. */
export interface WarningGroup {
  key: string;
  code: WarningCode;
  rows: { item: PlanItem; warning: PlanWarning }[];
  /** How many of the rows are included. */
  included: number;
  /** What would put all of them right. */
  fixes: FixGroup[];
  /** Asked of a person where no rule knows it. */
  cure: Cure | null;
}

/** What tells groups of one code apart: what a person has to choose differs. */
function keyOf({ code, values }: PlanWarning): string {
  switch (code) {
    case 'REQUIRED_FIELD_EMPTY':
      return `${code} ${values.fieldId ?? values.field}`;
    case 'MILESTONE_ARCHIVED':
      return `${code} ${values.milestoneId ?? values.milestone}`;
    case 'ASSIGNEE_NOT_MEMBER':
      return `${code} ${values.project} ${values.assignee}`;
    default:
      return code;
  }
}

/** Warnings by kind, the most frequent first. A row with two kinds stands in both groups. */
export function groupWarnings(
  items: readonly PlanItem[],
  kind: PlanDetail['kind'] = 'bulkUpdate',
): WarningGroup[] {
  const groups = new Map<string, WarningGroup['rows']>();
  for (const item of items) {
    if (item.pile !== 'needsReview') continue;
    const seen = new Set<string>();
    for (const warning of item.warnings) {
      const key = keyOf(warning);
      if (seen.has(key)) continue;
      seen.add(key);
      groups.set(key, [...(groups.get(key) ?? []), { item, warning }]);
    }
  }
  return [...groups]
    .flatMap(([key, rows]) => {
      const [first] = rows;
      if (first === undefined) return [];
      return {
        key,
        code: first.warning.code,
        rows,
        included: rows.filter(({ item }) => item.included).length,
        fixes: kind === 'undo' ? [] : groupFixes(rows.flatMap(({ warning }) => warning.fix ?? [])),
        cure: cureOfWarning(first.warning, kind),
      };
    })
    .sort((a, b) => b.rows.length - a.rows.length);
}

/** How many issues a fix touches: children, where it is about them. */
export function fixedCount(fixes: readonly FixGroup[]): number {
  return new Set(fixes.flatMap((fix) => fix.issueIds)).size;
}

/** Rows that cannot be carried out for one reason. */
export interface BlockGroup {
  key: string;
  block: PlanBlock;
  rows: PlanItem[];
  cure: Cure | null;
}

/** Blocked rows by reason, the most frequent first. A row is named by the first reason that can be helped. */
export function groupBlocks(items: readonly PlanItem[], kind: PlanDetail['kind']): BlockGroup[] {
  const groups = new Map<string, BlockGroup>();
  for (const item of items) {
    if (item.pile !== 'blocked') continue;
    const block = item.blocks.find((one) => cureOfBlock(one, kind) !== null) ?? item.blocks[0];
    if (block === undefined) continue;
    const cure = cureOfBlock(block, kind);
    // The id of a missing issue is no reason of its own.
    const { id: _id, ...values } = block.values;
    const place = cure === null ? '' : item.projectId;
    const key = `${block.code} ${place} ${JSON.stringify(values)}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { key, block, rows: [item], cure });
    else known.rows.push(item);
  }
  return [...groups.values()].sort((a, b) => b.rows.length - a.rows.length);
}

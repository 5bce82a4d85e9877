import { type PlanItem, setIncluded } from '@/lib/bulk';

/**
 * Keeps what the person decided about rows when a plan is made anew: rows left out stay out, and a row taken in despite
 * its warnings stays in as long as there is no new one.
 */
export function carryOver(items: readonly PlanItem[], former: readonly PlanItem[]): PlanItem[] {
  const formerById = new Map(former.map((item) => [item.issueId, item]));
  const include: number[] = [];
  const exclude: number[] = [];
  for (const item of items) {
    const before = formerById.get(item.issueId);
    if (before === undefined) continue;
    if (before.pile === 'change' && !before.included) exclude.push(item.issueId);
    const known = new Set(before.warnings.map((warning) => warning.code));
    if (before.included && item.warnings.every((warning) => known.has(warning.code))) {
      include.push(item.issueId);
    }
  }
  return setIncluded(items, { include, exclude });
}

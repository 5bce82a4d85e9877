import { closes } from './closing-rules';
import { namedDiff } from './named-diff';
import type { PlanItem } from './plan';

/** A row that closes a parent, and rows of children that would be closed too but are left out. */
export interface LeftOpen {
  parent: PlanItem;
  children: PlanItem[];
}

/**
 * Parents that an approval would close while a person has left their children out. Planning cannot know it: rows are
 * left out afterwards. Parents that already carry the warning are not named again.
 */
export function leftOpen(items: readonly PlanItem[]): LeftOpen[] {
  const out = new Map<number, PlanItem[]>();
  for (const item of items) {
    const parentId = item.included || !closes(item.diffs) ? null : parentAfter(item);
    if (parentId !== null) out.set(parentId, [...(out.get(parentId) ?? []), item]);
  }
  return items.flatMap((parent) => {
    const children = out.get(parent.issueId);
    const said = parent.warnings.some((warning) => warning.code === 'PARENT_HAS_OPEN_CHILDREN');
    return children && parent.included && closes(parent.diffs) && !said ? [{ parent, children }] : [];
  });
}

function parentAfter({ diffs, current }: PlanItem): number | null {
  const move = namedDiff(diffs, 'parent');
  return (move === undefined ? current?.parent?.id : move.after?.id) ?? null;
}

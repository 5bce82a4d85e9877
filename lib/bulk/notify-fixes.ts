import type { LabelledId } from './changes';
import { type FixGroup, groupFixes } from './fix-groups';
import { sameIds } from './issue-values';
import type { PlanItem, RowFix } from './plan';

/** Whom the person wants to be told with every update, and whom no longer. */
export interface NotifyWish {
  add: readonly LabelledId[];
  remove: ReadonlySet<number>;
}

interface NotifyPlace {
  /** Members of a project; null where they are not known. Backlog refuses the whole update for anybody else. */
  membersOf: (projectId: number) => ReadonlySet<number> | null;
  nameOf: (userId: number) => string;
}

/** Rows that write an issue, or will once they are included: what is said with them can still be chosen. */
export const canNotify = ({ pile, step }: PlanItem): boolean =>
  step === undefined && (pile === 'change' || pile === 'needsReview');

/** What makes each row tell the people it tells now, plus some, less others. Rows that tell the right ones are left alone. */
export function notifyFixes(
  items: readonly PlanItem[],
  { add, remove }: NotifyWish,
  { membersOf, nameOf }: NotifyPlace,
): FixGroup[] {
  const fixes = items.filter(canNotify).flatMap((item): RowFix[] => {
    const before = item.params.notifiedUserId ?? [];
    const kept = before.filter((id) => !remove.has(id));
    const members = membersOf(item.projectId);
    const more = add.filter(({ id }) => !kept.includes(id) && (members === null || members.has(id)));
    const people = [...kept.map((id) => ({ id, label: nameOf(id) })), ...more];
    if (
      sameIds(
        before,
        people.map(({ id }) => id),
      )
    )
      return [];
    return [{ issueId: item.issueId, changes: [{ field: 'notify', verb: 'add', people }] }];
  });
  return groupFixes(fixes);
}

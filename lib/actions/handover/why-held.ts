import { dateOnly } from '@/lib/backlog';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Handover } from '@/lib/bulk';
import type { RemainingWhy } from './handover-schemas';
import type { HandoverRow } from './load-handover';

/** Why an issue is still with the leaver, as far as plan and run tell; null where they did not hand it over. */
export function whyOfRow(row: HandoverRow): RemainingWhy | null {
  if (row.pile === 'blocked' && row.block !== null) return { kind: 'blocked', ...row.block };
  switch (row.state) {
    case null:
      // It was not the leaver's when the plan was made.
      if (row.pile === 'unchanged') return { kind: 'new' };
      return row.assigns ? { kind: 'leftOut', by: 'unchecked' } : null;
    case 'planned':
    case 'intent':
      return { kind: 'pending' };
    case 'applied':
    case 'unchanged':
      return row.assigns ? { kind: 'back' } : null;
    default:
      return { kind: 'ended', outcome: row.state, reason: row.reason };
  }
}

/** Tells why an issue of which no plan speaks is with the leaver. */
export function whyWithoutRow(
  { scope }: Handover,
  planned: { at: Date; timezone: string },
): (issue: BacklogIssue) => RemainingWhy {
  const leftOut = new Set(scope.leftOut);
  return (issue) => {
    if (leftOut.has(issue.id)) return { kind: 'leftOut', by: 'choice' };
    const isNew = Date.parse(issue.created) > planned.at.getTime() || isMeant(issue, scope, planned.timezone);
    return isNew ? { kind: 'new' } : { kind: 'leftOut', by: 'scope' };
  };
}

/** Whether a handover of this scope would take the issue up today. */
function isMeant(issue: BacklogIssue, scope: Handover['scope'], timezone: string): boolean {
  const allows = (ids: readonly number[], values: readonly number[]) =>
    ids.length === 0 || values.some((value) => ids.includes(value));
  const { dueDateSince: since, dueDateUntil: until } = scope;
  const due = dateOnly(issue.dueDate, timezone);
  return (
    scope.projectIds.includes(issue.projectId) &&
    allows(scope.statusIds, [issue.status.id]) &&
    allows(scope.issueTypeIds, [issue.issueType.id]) &&
    allows(
      scope.milestoneIds,
      issue.milestone.map(({ id }) => id),
    ) &&
    (since === null || (due !== null && due >= since)) &&
    (until === null || (due !== null && due <= until))
  );
}

import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import { namedDiff } from '../named-diff';
import type { FieldDiff } from '../plan';
import type { Destination } from './closure-schema';

/** Where a row of a closure leads, from its differences; null where it is about something else. */
export function closureGoal(diffs: readonly FieldDiff[], milestoneId: number): Destination | null {
  if (namedDiff(diffs, 'status')?.after?.id === defaultStatuses.closed) return 'close';
  for (const diff of diffs) {
    if (diff.field !== 'milestone') continue;
    // No row of a closure adds another milestone than the next one; somebody may have taken the closed one away.
    if (diff.add.length > 0) return 'next';
    if (diff.remove.some(({ id }) => id === milestoneId)) return 'none';
  }
  return null;
}

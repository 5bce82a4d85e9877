import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { type DiffField, differsFromImage } from '@/lib/bulk';
import type { RecentItem } from './verify-ledger';

/**
 * Compares an updated item with its issue as it is now, three ways: our value stands there, or somebody changed it
 * since, → nothing is missing; the value from before stands there and the issue was not changed since → our write is.
 *
 * That last case can hardly happen. A result is recorded after Backlog's answer, and what a power cut takes from the
 * ledger is its end, never its middle; so only Backlog itself could have lost what it had confirmed.
 *
 * @returns fields in which our write is missing
 */
export function missingFields(item: RecentItem, fresh: BacklogIssue, timezone: string): DiffField[] {
  if (fresh.updated !== item.issueUpdated) return [];
  const stillBefore = new Set(differsFromImage(item.before, fresh, timezone));
  return differsFromImage(item.after, fresh, timezone).filter((field) => !stillBefore.has(field));
}

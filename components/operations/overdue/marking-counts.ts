import type { PileCounts } from '@/lib/bulk/plan';
import type { MarkedIssue } from './use-marking';

/** How many issues have which fate; they add up to `total`. */
export interface MarkingCounts extends PileCounts {
  total: number;
  /** Boxes that were emptied. */
  out: number;
}

export function markingCounts(meant: readonly MarkedIssue[]): MarkingCounts {
  const counts: MarkingCounts = {
    total: meant.length,
    change: 0,
    unchanged: 0,
    needsReview: 0,
    blocked: 0,
    out: 0,
  };
  for (const { item, out } of meant) counts[out ? 'out' : item.pile] += 1;
  return counts;
}

/** Writes per field, the comment counted too. */
export function writesByField(taken: readonly MarkedIssue[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (field: string) => counts.set(field, (counts.get(field) ?? 0) + 1);
  for (const { item } of taken) {
    if (item.pile !== 'change') continue;
    for (const diff of item.diffs) add(diff.field);
    if (item.params.comment !== undefined) add('comment');
  }
  return counts;
}

/** One line of a breakdown. */
export interface Share {
  id: number | null;
  label: string;
  /** Issues that are meant and ticked. */
  taken: number;
  /** Those of them that change. */
  changing: number;
}

/** The ticked issues by something they have one of, the most first. */
export function shares(
  taken: readonly MarkedIssue[],
  keyOf: (issue: MarkedIssue) => Pick<Share, 'id' | 'label'>,
): Share[] {
  const found = new Map<number | null, Share>();
  for (const issue of taken) {
    const { id, label } = keyOf(issue);
    const share = found.get(id) ?? { id, label, taken: 0, changing: 0 };
    share.taken += 1;
    if (issue.item.pile === 'change' || issue.item.pile === 'needsReview') share.changing += 1;
    found.set(id, share);
  }
  return [...found.values()].sort((a, b) => b.taken - a.taken || a.label.localeCompare(b.label, 'ja'));
}

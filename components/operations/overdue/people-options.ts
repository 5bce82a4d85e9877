import type { ScopeOption } from '@/components/operations/scope-options';
import type { IssueRow } from '@/lib/columns/issue-row';
import { NOBODY } from './overdue-form';

/** Who holds these issues, the most first; issues that nobody holds come last, under an empty label. */
export function peopleOptions(rows: readonly IssueRow[]): ScopeOption[] {
  const found = new Map<number, { label: string; count: number }>();
  for (const { assigneeId, assigneeName } of rows) {
    const id = assigneeId ?? NOBODY;
    const label = assigneeId === null ? '' : (assigneeName ?? String(assigneeId));
    found.set(id, { label, count: (found.get(id)?.count ?? 0) + 1 });
  }
  return [...found]
    .map(([id, { label, count }]) => ({ key: String(id), label, ids: [id], count }))
    .sort(
      (a, b) =>
        Number(a.label === '') - Number(b.label === '') ||
        b.count - a.count ||
        a.label.localeCompare(b.label, 'ja'),
    );
}

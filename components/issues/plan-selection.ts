import { sortIssues } from '@/lib/columns/compare-issues';
import type { IssueView } from '@/lib/columns/issue-filter';
import type { IssueRow } from '@/lib/columns/issue-row';
import type { ReferenceIndex } from '@/lib/columns/reference-index';
import type { DraftPlanInput } from './composer/use-composer';
import type { SelectedIssues } from './use-issue-selection';

/** Beyond this many issues the times of reading are not sent: the request would grow too large. */
const MOST_SEEN = 5_000;

/**
 * What the plan is made of, in the order of the list. Everything that matches is resolved by the server; single
 * issues go with the time they were read at, so that later changes become a warning.
 */
export function planSelection(
  selected: Pick<SelectedIssues, 'ids' | 'rows' | 'count' | 'everything'>,
  sort: IssueView['sort'],
  index: ReferenceIndex,
): DraftPlanInput['selection'] {
  if (selected.everything) {
    return { kind: 'allMatching', filter: selected.everything, countSeen: selected.count };
  }
  const rows: readonly IssueRow[] = sortIssues(selected.rows, sort, index);
  const ids = new Set([...rows.map((row) => row.id), ...selected.ids]);
  const allKnown = rows.length === ids.size;
  return {
    kind: 'ids',
    ids: [...ids],
    // Of an issue that is not known here the project is not either; then every joined project is searched.
    projectIds: allKnown ? [...new Set(rows.map((row) => row.projectId))] : [],
    ...(rows.length <= MOST_SEEN
      ? { seen: Object.fromEntries(rows.map((row) => [String(row.id), row.updated])) }
      : {}),
  };
}

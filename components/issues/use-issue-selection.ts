'use client';
import { useMemo, useReducer } from 'react';
import {
  emptySelection,
  reduceSelection,
  type Selection,
  selectionOfIds,
} from '@/components/data-table/selection';
import { useSpace } from '@/components/layout/space-provider';
import type { IssueFilter } from '@/lib/columns/issue-filter';
import type { IssueRow } from '@/lib/columns/issue-row';
import { filterKey } from './issue-reads';
import type { IssueList } from './use-issue-list';
import { useIssueRows } from './use-issue-rows';

type IssueSelection = Selection<IssueRow, IssueFilter>;

function start(ids: readonly number[] | null): IssueSelection {
  return ids === null ? emptySelection() : selectionOfIds(ids);
}

/**
 * The selected issues. They stay selected whatever the list shows; rows of the list are newer than rows as they were
 * when they were selected.
 *
 * @param restored ids to begin with, or null
 */
export function useIssueSelection({ list, filter }: IssueList, restored: readonly number[] | null) {
  const { host } = useSpace();
  const [selection, dispatch] = useReducer(reduceSelection<IssueRow, IssueFilter>, restored, start);
  const everything = selection.matching?.what ?? null;
  // Keeps reading what was selected as a whole, even while the list shows something else.
  const matching = useIssueRows(host, everything);

  const ids = useMemo<ReadonlySet<number>>(
    () => (everything ? new Set(matching.rows.map((row) => row.id)) : new Set(selection.rows.keys())),
    [everything, matching.rows, selection.rows],
  );
  const rows = useMemo<readonly IssueRow[]>(() => {
    if (everything) return matching.rows;
    const listed = new Map(list.rows.map((row) => [row.id, row]));
    return [...selection.rows].flatMap(([id, row]) => listed.get(id) ?? row ?? []);
  }, [everything, matching.rows, selection.rows, list.rows]);
  const count = selection.matching ? (matching.count ?? selection.matching.count) : selection.rows.size;

  return {
    dispatch,
    ids,
    /** Selected issues that are known here, in no special order. */
    rows,
    count,
    /** The box in the head was ticked last. */
    headTicked: selection.headTicked,
    /** The filter when everything that matches is selected. */
    everything,
    /** That filter is the one of the list. */
    everythingListed: everything !== null && filter !== null && filterKey(everything) === filterKey(filter),
    /** Loaded rows of `everything`, for taking one out. */
    known: matching.rows,
  };
}

export type SelectedIssues = ReturnType<typeof useIssueSelection>;

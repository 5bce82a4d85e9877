'use client';
import { useMemo } from 'react';
import { useIssueList } from '@/components/issues/use-issue-list';
import { useSpace } from '@/components/layout/space-provider';
import { scopeOptions, statusKey } from '@/components/operations/scope-options';
import { daysBetween } from '@/lib/bulk/working-days';
import { isOverdue } from '@/lib/columns/is-overdue';
import type { IssueRow } from '@/lib/columns/issue-row';
import { MOST_LATE, numberOf } from './overdue-decisions';
import type { OverdueForm } from './overdue-form';
import { overdueView } from './overdue-view';
import { peopleOptions } from './people-options';

/** An overdue issue, and for how many days it has been so. */
export interface LateIssue {
  row: IssueRow;
  days: number;
}

/**
 * What of Backlog the page rests on: open issues whose due dates have passed, those that are late enough, and what they
 * can be narrowed by. The longest overdue come first.
 */
export function useLateIssues({ readIn, scope }: Pick<OverdueForm, 'readIn' | 'scope'>) {
  const { today } = useSpace();
  const view = useMemo(() => overdueView(readIn, today), [readIn, today]);
  const issues = useIssueList(view);
  const { rows, reference } = issues;
  const { projects } = reference;
  const least = numberOf(scope.daysLate, MOST_LATE) ?? 1;

  const late = useMemo<LateIssue[]>(
    () =>
      rows.flatMap((row) => {
        const days = row.dueDate !== null && isOverdue(row, today) ? daysBetween(row.dueDate, today) : 0;
        return days >= least ? [{ row, days }] : [];
      }),
    [rows, today, least],
  );
  const options = useMemo(() => {
    const lateRows = late.map(({ row }) => row);
    return {
      projects: scopeOptions(
        lateRows,
        projects,
        ({ id, projectKey }) => [{ id, name: projectKey }],
        (row) => [row.projectId],
        ({ id }) => String(id),
      ),
      people: peopleOptions(lateRows),
      types: scopeOptions(
        lateRows,
        projects,
        (project) => project.issueTypes,
        (row) => [row.issueTypeId],
      ),
      statuses: scopeOptions(
        lateRows,
        projects,
        (project) => project.statuses,
        (row) => [row.statusId],
        statusKey,
      ),
    };
  }, [late, projects]);
  const lateProjects = useMemo(() => {
    const ids = new Set(late.map(({ row }) => row.projectId));
    return projects.filter(({ id }) => ids.has(id));
  }, [late, projects]);

  return {
    issues,
    /** All of them are here: numbers are final. */
    ready: issues.list.complete,
    late,
    /** Projects of `late`. */
    lateProjects,
    options,
  };
}

export type LateIssues = ReturnType<typeof useLateIssues>;

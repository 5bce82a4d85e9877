'use client';
import { useMemo } from 'react';
import { useIssueList } from '@/components/issues/use-issue-list';
import { useSpace } from '@/components/layout/space-provider';
import type { LabelledId } from '@/lib/bulk/changes';
import type { Workload } from '@/lib/bulk/operations/operation-input';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import type { IssueRow, ProjectReference } from '@/lib/columns/issue-row';
import { defaultIssueView } from '@/lib/columns/issue-view-url';
import type { HandoverForm } from './handover-form';
import { matching } from './matching';
import { candidatesOf, holdersOf } from './people';

const noRows: readonly IssueRow[] = [];

/** Who holds what, and which of it goes: everything the page says rests on these. */
export function useLeaverFacts(form: Pick<HandoverForm, 'readIn' | 'from' | 'scope'>) {
  const { today } = useSpace();
  const { readIn, from, scope } = form;
  const view = useMemo(
    () => ({
      view: { ...defaultIssueView, filter: { ...emptyIssueFilter, projectIds: [...readIn] } },
      openOnly: true,
    }),
    [readIn],
  );
  const issues = useIssueList(view);
  const { rows, reference } = issues;
  const { projects } = reference;

  const holders = useMemo(() => holdersOf(rows, projects, today), [rows, projects, today]);
  const load = useMemo(
    () => new Map<number, Workload>(holders.map(({ id, ...holder }) => [id, holder])),
    [holders],
  );
  const names = useMemo(
    () =>
      new Map<number, string>([
        ...holders.map(({ id, name }) => [id, name] as const),
        ...projects.flatMap((project) => project.members.map((one) => [one.id, one.name] as const)),
      ]),
    [holders, projects],
  );
  const held = useMemo(
    () => (from === null ? noRows : rows.filter((row) => row.assigneeId === from)),
    [rows, from],
  );
  const matched = useMemo(() => matching(held, scope), [held, scope]);
  const going = useMemo(() => {
    const leftOut = new Set(scope.leftOut);
    return leftOut.size === 0 ? matched : matched.filter((row) => !leftOut.has(row.id));
  }, [matched, scope.leftOut]);
  const heldIn = useMemo(() => projectsOf(held, projects), [held, projects]);
  const concerned = useMemo(() => projectsOf(going, projects), [going, projects]);
  const candidates = useMemo(
    () => candidatesOf(from, concerned.length > 0 ? concerned : heldIn, projects, load),
    [from, concerned, heldIn, projects, load],
  );
  return {
    issues,
    /** All open issues are here: numbers are final. */
    ready: issues.list.complete,
    holders,
    candidates,
    load,
    /** Open issues of the leaver. */
    held,
    /** Those within the conditions. */
    matched,
    /** Those that go: within the conditions and ticked. */
    going,
    /** Projects of `held`. */
    heldIn,
    /** Projects of `going`. */
    concerned,
    personOf: (id: number): LabelledId => ({ id, label: names.get(id) ?? String(id) }),
  };
}

export type LeaverFacts = ReturnType<typeof useLeaverFacts>;

function projectsOf(rows: readonly IssueRow[], projects: readonly ProjectReference[]): ProjectReference[] {
  const ids = new Set(rows.map((row) => row.projectId));
  return projects.filter((project) => ids.has(project.id));
}

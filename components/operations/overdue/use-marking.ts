'use client';
import { useLocale } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { planReferenceOf, rowAsIssue } from '@/components/issues/composer/row-as-issue';
import { useSpace } from '@/components/layout/space-provider';
import { newDueOf, planOverdue } from '@/lib/bulk/operations/overdue';
import type { PlanItem } from '@/lib/bulk/plan';
import { isWorkingDay, nearestWorkingDay } from '@/lib/bulk/working-days';
import { decisionsOf } from './overdue-decisions';
import type { OverdueForm } from './overdue-form';
import type { LateIssue, LateIssues } from './use-late-issues';

/** An issue that is meant, with what would happen to it. */
export interface MarkedIssue extends LateIssue {
  item: PlanItem;
  /** Its box is empty: it is left as it is. */
  out: boolean;
}

/** What the operation would do, by the planning that the preview uses. */
export function useMarking(form: OverdueForm, facts: LateIssues, holidays: ReadonlySet<string>) {
  const { today, timezone, canWrite } = useSpace();
  const lang = useLocale();
  const { late, lateProjects } = facts;
  const { reference } = facts.issues;
  const operation = useMemo(
    () => decisionsOf(form, lateProjects, { reference, lang }),
    [form, lateProjects, reference, lang],
  );
  const newDue = newDueOf(operation, { today, holidays });

  const issues = useMemo(() => {
    const projects = new Map(reference.projects.map((project) => [project.id, project]));
    return late.map(({ row }) => rowAsIssue(row, projects, reference));
  }, [late, reference]);
  const planReference = useMemo(() => planReferenceOf(reference), [reference]);
  // Typing comes first; the figures follow.
  const calm = useDeferredValue(operation);
  const meant = useMemo<MarkedIssue[]>(() => {
    const { leftOut } = calm.scope;
    const items = planOverdue(
      { ...calm, scope: { ...calm.scope, leftOut: [] } },
      {
        issues,
        reference: planReference,
        parents: new Map(),
        missingIds: [],
        actorCanWrite: canWrite,
        timezone,
        besides: new Set(),
        today,
        holidays,
        load: new Map(),
        // Only the ledger knows: the preview leaves out what was said already.
        alreadySaid: new Set(),
        lint: { holidays },
      },
    );
    const byId = new Map(items.map((item) => [item.issueId, item]));
    const out = new Set(leftOut);
    return late.flatMap((one) => {
      const item = byId.get(one.row.id);
      return item === undefined ? [] : [{ ...one, item, out: out.has(one.row.id) }];
    });
  }, [calm, issues, late, planReference, canWrite, timezone, today, holidays]);

  const { mark, due } = operation;
  return {
    operation,
    /** yyyy-MM-dd; null: due dates stay. */
    newDue,
    /** The next working day, where the new due date is none; else null. */
    workingDay:
      newDue === null || isWorkingDay(newDue, holidays) ? null : nearestWorkingDay(newDue, holidays),
    /** Every issue within the conditions, ticked or not. */
    meant,
    /** Those that are ticked. */
    taken: useMemo(() => meant.filter(({ out }) => !out), [meant]),
    /** Something is chosen that could be done. */
    decided: due !== null || Object.values(mark).some((value) => value !== null),
    /** The comment is the only mark: what was said before is found by the preview alone. */
    onlyComment:
      mark.comment !== null && [mark.status, mark.category, mark.priority, due].every((one) => one === null),
  };
}

'use client';
import { ErrorCallout } from '@/components/layout/error-callout';
import { OperationSkeleton } from '@/components/operations/operation-skeleton';
import type { DraftOverdue } from './overdue-data';
import { OverdueFrame } from './overdue-frame';
import { OverdueWorkspace } from './overdue-workspace';
import { useStartForm } from './use-start-form';

interface OverduePageProps {
  draft: DraftOverdue;
  /** Japanese holidays of the years around today, yyyy-MM-dd. */
  holidays: readonly string[];
}

/** Overdue issues: which, what they are marked with, and whether their due dates move. */
export function OverduePage({ draft, holidays }: OverduePageProps) {
  const start = useStartForm();
  if (start.form === null) {
    return (
      <OverdueFrame>
        <OperationSkeleton />
      </OverdueFrame>
    );
  }
  return (
    <OverdueWorkspace
      start={start.form}
      draft={draft}
      holidays={holidays}
      notice={start.error ? <ErrorCallout error={start.error} className="mx-7 mt-4 phone:mx-4" /> : null}
    />
  );
}

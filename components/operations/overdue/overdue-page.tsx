'use client';
import { OperationFrame } from '@/components/operations/operation-frame';
import { OperationSkeleton } from '@/components/operations/operation-skeleton';
import type { DraftOverdue } from './overdue-data';
import { OverdueWorkspace } from './overdue-workspace';
import { useStartForm } from './use-start-form';

interface OverduePageProps {
  draft: DraftOverdue;
  /** Japanese holidays of the years around today, yyyy-MM-dd. */
  holidays: readonly string[];
}

/** Overdue issues: which, what they are marked with, and whether their due dates move. */
export function OverduePage({ draft, holidays }: OverduePageProps) {
  const { start, error } = useStartForm();
  if (start === null) {
    return (
      <OperationFrame kind="overdue">
        <OperationSkeleton />
      </OperationFrame>
    );
  }
  return <OverdueWorkspace start={start} draft={draft} holidays={holidays} planError={error} />;
}

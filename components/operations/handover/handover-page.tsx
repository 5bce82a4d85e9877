'use client';
import { ErrorCallout } from '@/components/layout/error-callout';
import { OperationSkeleton } from '../operation-skeleton';
import type { DraftHandover } from './handover-data';
import { HandoverFrame } from './handover-frame';
import { HandoverWorkspace } from './handover-workspace';
import { useStartForm } from './use-start-form';

interface HandoverPageProps {
  draft: DraftHandover;
  /** Japanese holidays of the years around today, yyyy-MM-dd. */
  holidays: readonly string[];
}

/** Handing somebody's open issues over: who, which, to whom, and what goes with it. */
export function HandoverPage({ draft, holidays }: HandoverPageProps) {
  const { start, error } = useStartForm();
  if (start === null) {
    return (
      <HandoverFrame>
        <OperationSkeleton />
      </HandoverFrame>
    );
  }
  return (
    <HandoverWorkspace
      start={start}
      draft={draft}
      holidays={holidays}
      notice={error ? <ErrorCallout error={error} className="mx-7 mt-4 phone:mx-4" /> : null}
    />
  );
}

'use client';
import { OperationFrame } from '../operation-frame';
import { OperationSkeleton } from '../operation-skeleton';
import type { DraftHandover } from './handover-data';
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
      <OperationFrame kind="handover">
        <OperationSkeleton />
      </OperationFrame>
    );
  }
  return <HandoverWorkspace start={start} draft={draft} holidays={holidays} planError={error} />;
}

'use client';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import type { Assignment } from '@/lib/bulk/operations/assign-successors';

interface GivenToProps {
  /** Undefined: the issue does not go, or the split is not complete. */
  assignment: Assignment | undefined;
  projectKey: string;
}

/** Who gets an issue, or why nobody can. */
export function GivenTo({ assignment, projectKey }: GivenToProps) {
  const t = useTranslations('operations.handover.given');
  if (assignment === undefined) return null;
  if (!('block' in assignment)) {
    return (
      <ins className="inline-flex items-center gap-1.5 rounded-tag bg-accent-soft-2 py-px pr-1.5 pl-1 font-medium text-[12.5px] text-accent-text">
        <span className="sr-only">{t('new')}</span>
        <Avatar name={assignment.to.label} id={assignment.to.id} size="sm" />
        {assignment.to.label}
      </ins>
    );
  }
  return (
    <span className="inline-flex items-center gap-1 text-12 text-danger">
      <TriangleAlert size={12} aria-hidden className="shrink-0" />
      {assignment.block === 'SUCCESSOR_NOT_MEMBER'
        ? t('notMember', { name: assignment.to.label, project: projectKey })
        : t('nobody')}
    </span>
  );
}

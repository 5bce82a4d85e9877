'use client';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { cn } from '@/components/ui/cn';

/** An issue by its key; opens it at Backlog. */
export function IssueKeyLink({ issueKey, className }: { issueKey: string; className?: string }) {
  const t = useTranslations('operations.common');
  const { origin } = useSpace();
  return (
    <a
      href={`${origin}/view/${encodeURIComponent(issueKey)}`}
      target="_blank"
      rel="noreferrer"
      title={t('openIssue')}
      className={cn('truncate text-fg-2 tabular-nums underline-offset-2 hover:underline', className)}
    >
      {issueKey}
    </a>
  );
}

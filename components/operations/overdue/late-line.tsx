'use client';
import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/layout/use-format';
import { IssueKeyLink } from '@/components/operations/issue-key-link';
import { Avatar } from '@/components/ui/avatar';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import { ColorChip } from '@/components/ui/color-chip';
import type { ReferenceIndex } from '@/lib/columns/reference-index';
import type { MarkedIssue } from './use-marking';

interface LateLineProps {
  issue: MarkedIssue;
  index: ReferenceIndex;
  onTaken: (taken: boolean) => void;
}

/** One overdue issue, in one line; in two on a phone. */
export function LateLine({ issue: { row, days, out }, index, onTaken }: LateLineProps) {
  const t = useTranslations('operations.overdue.list');
  const common = useTranslations('common');
  const { shortDay, day } = useFormat();
  const status = index.status(row.projectId, row.statusId);
  const assignee = row.assigneeName ?? common('noAssignee');
  return (
    <li
      className={cn(
        'flex min-h-9 items-center gap-x-2.5 gap-y-1 px-2.5 py-1 phone:flex-wrap phone:py-2',
        out && 'text-fg-3',
      )}
    >
      <Checkbox
        aria-label={t('take', { key: row.issueKey })}
        checked={!out}
        onCheckedChange={(checked) => onTaken(checked === true)}
      />
      <IssueKeyLink issueKey={row.issueKey} className="w-[72px] shrink-0 text-12" />
      <span className="min-w-0 flex-1 truncate" title={row.summary}>
        {row.summary}
      </span>
      <span className="hidden w-full phone:block" />
      <span
        className="flex w-28 shrink-0 items-center gap-1.5 text-12 phone:w-auto phone:max-w-36"
        title={assignee}
      >
        <Avatar name={row.assigneeName} id={row.assigneeId} size="sm" />
        <span className={cn('truncate', row.assigneeName === null && 'text-fg-3')}>{assignee}</span>
      </span>
      <span className="flex w-24 shrink-0 phone:w-auto phone:max-w-28">
        <ColorChip label={status?.name ?? String(row.statusId)} color={status?.color} />
      </span>
      <span
        className="ml-auto flex w-[124px] shrink-0 justify-end gap-2 whitespace-nowrap text-12 tabular-nums"
        title={row.dueDate === null ? undefined : day(row.dueDate)}
      >
        <span className="text-fg-3">{row.dueDate === null ? '—' : shortDay(row.dueDate)}</span>
        <span className="min-w-10 text-right font-medium text-danger">
          <span aria-hidden>{t('days', { count: days })}</span>
          <span className="sr-only">{t('late', { count: days })}</span>
        </span>
      </span>
    </li>
  );
}

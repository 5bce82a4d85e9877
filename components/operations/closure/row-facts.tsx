'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { cn } from '@/components/ui/cn';
import { isOverdue } from '@/lib/columns/is-overdue';
import type { ClosureRow } from './closure-rows';
import { useLaneContext } from './lane-context';
import { useDayText } from './use-day-text';

/** What else one decides by: due date, hours, parent, and the milestones that stay. */
export function RowFacts({ row }: { row: ClosureRow }) {
  const t = useTranslations('operations.closure');
  const locale = useLocale();
  const { today } = useSpace();
  const { keys } = useLaneContext();
  const { monthDay } = useDayText();
  const { issue, lane, keeps, newDue } = row;
  const { dueDate, estimatedHours, parentIssueId } = issue;
  // What is going to be closed need not be planned any more.
  const planned = lane !== 'resolved';
  const late = isOverdue(issue, today);
  const facts: { key: string; text: string; look?: string }[] = [];
  if (planned && dueDate !== null) {
    facts.push({
      key: 'due',
      text: t(late ? 'row.overdue' : 'row.due', { day: monthDay(dueDate) }),
      ...(late ? { look: 'font-medium text-danger' } : {}),
    });
  }
  if (planned && estimatedHours !== null) {
    facts.push({ key: 'hours', text: t('hours', { hours: estimatedHours.toLocaleString(locale) }) });
  }
  if (planned && parentIssueId !== null) {
    const parent = keys.get(parentIssueId);
    facts.push({ key: 'parent', text: parent ? t('row.parent', { key: parent }) : t('row.child') });
  }
  for (const name of keeps) facts.push({ key: `keeps ${name}`, text: t('row.keeps', { name }) });
  if (facts.length === 0 && newDue === null) return null;
  return (
    <p className="ml-[23px] text-11 text-fg-3 tabular-nums [overflow-wrap:anywhere]">
      {facts.map(({ key, text, look }, index) => (
        <span key={key}>
          {index === 0 ? '' : ' ・ '}
          <span className={cn('inline-block', look)}>{text}</span>
        </span>
      ))}
      {newDue === null ? null : (
        <ins className="ml-1.5 rounded-tag bg-accent-soft-2 px-1 text-accent-text">
          {t('row.newDue', { day: monthDay(newDue) })}
        </ins>
      )}
    </p>
  );
}

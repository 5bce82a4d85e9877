'use client';
import { useTranslations } from 'next-intl';
import { IssueKeyLink } from '@/components/operations/issue-key-link';
import type { MarkedIssue } from './use-marking';

const SHOWN = 8;

/** The issues that have been overdue for longest. */
export function OldestList({ taken }: { taken: readonly MarkedIssue[] }) {
  const t = useTranslations('operations.overdue');
  const shown = taken.slice(0, SHOWN);
  if (shown.length === 0) return null;
  return (
    <section aria-label={t('oldest.title')} className="border-line border-b px-[18px] py-3.5 phone:px-4">
      <div className="mb-1 flex items-baseline gap-2">
        <h2 className="flex-1 font-semibold">{t('oldest.title')}</h2>
        <span className="text-11 text-fg-3 tabular-nums">
          {t('oldest.shown', { count: shown.length, of: taken.length })}
        </span>
      </div>
      <ul>
        {shown.map(({ row, days }) => (
          <li
            key={row.id}
            className="grid min-h-[28px] grid-cols-[74px_minmax(0,1fr)_auto] items-center gap-2 text-[12.5px]"
          >
            <IssueKeyLink issueKey={row.issueKey} />
            <span className="truncate" title={row.summary}>
              {row.summary}
            </span>
            <span className="font-medium text-danger tabular-nums">{t('list.days', { count: days })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import type { IssueRows } from '@/components/issues/use-issue-rows';
import { Skeleton } from '@/components/ui/skeleton';

/** How far the issues have been read. */
export function ListSync({ list }: { list: IssueRows }) {
  const t = useTranslations('operations.closure.head');
  return (
    <div role="status" className="min-w-0 flex-1 transition-opacity delay-100 starting:opacity-0">
      <Skeleton className="w-full rounded-full" />
      <p className="mt-2 text-11 text-fg-3 tabular-nums">
        {list.count === null ? t('counting') : t('reading', { read: list.rows.length, total: list.count })}
      </p>
    </div>
  );
}

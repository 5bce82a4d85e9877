'use client';
import { useTranslations } from 'next-intl';
import { SkeletonRows } from '@/components/data-table/skeleton-rows';
import { PageFrame } from '@/components/layout/page-frame';
import { useIssueColumns } from './use-issue-columns';

const untouched: ReadonlySet<string> = new Set();

/** The page while the server reads what its first screen needs: same heights, so nothing jumps. */
export function IssuesSkeleton() {
  const t = useTranslations('issues');
  const columns = useIssueColumns(untouched, 0);
  return (
    <PageFrame title={<h1>{t('title')}</h1>}>
      <div className="h-[74px] flex-none phone:h-[90px]" />
      <SkeletonRows columns={columns} rowHeight={32} count={22} label={t('loading')} />
    </PageFrame>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

const rows = Array.from({ length: 14 }, (_, index) => index);

/** Rows on their way; appears after 100 ms, so that a quick answer does not flicker. */
export function PlanSkeleton() {
  const common = useTranslations('common');
  return (
    <div role="status" className="flex-1 overflow-hidden transition-opacity delay-100 starting:opacity-0">
      <span className="sr-only">{common('loading')}</span>
      <div className="h-[66px] border-line border-b" />
      <div className="h-[42px]" />
      <div className="h-[30px] border-line border-y bg-surface-2" />
      {rows.map((row) => (
        <div key={row} className="flex h-8 items-center gap-6 border-line border-b px-5">
          <Skeleton className="w-16" />
          <Skeleton className="w-2/5" />
          <Skeleton className="w-24" />
          <Skeleton className="w-20" />
        </div>
      ))}
    </div>
  );
}

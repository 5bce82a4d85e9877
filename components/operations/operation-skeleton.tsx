'use client';
import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

const rows = ['w-1/3', 'w-2/3', 'w-1/2', 'w-3/4', 'w-2/5', 'w-3/5'] as const;

/** While the page learns what it begins with. */
export function OperationSkeleton() {
  const common = useTranslations('common');
  return (
    <div
      role="status"
      className="grid content-start gap-6 p-7 transition-opacity delay-100 starting:opacity-0 phone:p-4"
    >
      <span className="sr-only">{common('loading')}</span>
      {rows.map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </div>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

const rows = ['w-2/3', 'w-1/2', 'w-3/4', 'w-3/5', 'w-2/5', 'w-4/5'] as const;
const columns = ['resolved', 'unfinished', 'undecided'] as const;

/** While milestones are read: same heights, so nothing jumps. */
export function ClosureSkeleton() {
  const common = useTranslations('common');
  return (
    <div
      role="status"
      className="flex-1 px-5 pt-4 transition-opacity delay-100 starting:opacity-0 phone:px-4"
    >
      <span className="sr-only">{common('loading')}</span>
      <div className="flex h-11 items-center gap-6">
        <Skeleton className="h-11 w-[300px] shrink-0" />
        <Skeleton className="flex-1" />
      </div>
      <Skeleton className="mt-8 h-[190px] w-full" />
      <div className="mt-8 grid grid-cols-3 gap-7 phone:grid-cols-1">
        {columns.map((column) => (
          <div key={column} className="grid content-start gap-5">
            {rows.map((width) => (
              <Skeleton key={width + column} className={width} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import { columnTracks, type DataColumn, rowGridClass, tierClass } from './column';

const widths = ['62%', '84%', '48%', '73%', '56%'];

interface SkeletonRowsProps<R, C> {
  columns: readonly DataColumn<R, C>[];
  rowHeight: number;
  count: number;
  /** What is on its way, for screen readers. */
  label: string;
}

/** Rows on their way, of the same height. They appear after 100 ms, so a quick answer shows no flicker. */
export function SkeletonRows<R, C>({ columns, rowHeight, count, label }: SkeletonRowsProps<R, C>) {
  return (
    <div
      role="status"
      aria-label={label}
      style={columnTracks(columns)}
      className="@container min-h-0 flex-1 overflow-hidden opacity-100 transition-opacity delay-100 duration-0 starting:opacity-0"
    >
      <div className="h-[30px] border-line border-y bg-surface-2 phone:hidden" />
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <div
          key={index}
          style={{ height: rowHeight }}
          className={cn(rowGridClass, 'border-line border-b phone:grid-cols-[36px_minmax(0,1fr)]')}
        >
          <div>
            <Skeleton className="size-[15px]" />
          </div>
          {columns.map((column, place) => (
            <div key={column.id} className={cn(tierClass[column.tier], place > 0 && 'phone:hidden')}>
              <span className="block" style={{ width: widths[(index + place) % widths.length] }}>
                <Skeleton />
              </span>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

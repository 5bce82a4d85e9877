import { ArrowDown, ArrowUp } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { type DataColumn, rowGridClass, type SortState, tierClass } from './column';
import { RowCheckbox } from './row-checkbox';

interface HeaderRowProps<R, C> {
  columns: readonly DataColumn<R, C>[];
  sort: SortState;
  onSort: (columnId: string) => void;
  checked: boolean | 'mixed';
  onSelectAll: () => void;
  selectAllLabel: string;
}

/** Head of 30 px that stays in sight. Its buttons are reached by pointer; by keyboard there is the sort menu. */
export function HeaderRow<R, C>({ columns, sort, onSort, checked, ...all }: HeaderRowProps<R, C>) {
  return (
    <div role="rowgroup" className="sticky top-0 z-[2] phone:hidden">
      <div
        role="row"
        aria-rowindex={1}
        className={cn(
          rowGridClass,
          'h-[30px] border-line border-y bg-surface-2 font-medium text-[11.5px] text-fg-3',
        )}
      >
        <div role="columnheader" tabIndex={-1} className="grid place-items-center justify-start">
          <RowCheckbox checked={checked} label={all.selectAllLabel} onClick={all.onSelectAll} />
        </div>
        {columns.map((column) => {
          const sorted = sort.columnId === column.id;
          const Arrow = sort.order === 'asc' ? ArrowUp : ArrowDown;
          return (
            <div
              key={column.id}
              role="columnheader"
              tabIndex={-1}
              aria-sort={sorted ? (sort.order === 'asc' ? 'ascending' : 'descending') : undefined}
              className={cn('whitespace-nowrap', tierClass[column.tier], sorted && 'text-fg')}
            >
              {column.sortable ? (
                <button
                  type="button"
                  tabIndex={-1}
                  onClick={() => onSort(column.id)}
                  className="-mx-1 inline-flex h-6 max-w-[calc(100%+8px)] items-center gap-1 rounded-tag px-1 hover:bg-surface-3"
                >
                  <span className="truncate">{column.header}</span>
                  {sorted ? <Arrow size={12} aria-hidden className="shrink-0" /> : null}
                </button>
              ) : (
                column.header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

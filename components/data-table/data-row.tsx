import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import { type DataColumn, rowGridClass, tierClass } from './column';
import { RowCheckbox } from './row-checkbox';
import type { Identified } from './selection';

interface DataRowProps<R extends Identified, C> {
  row: R;
  /** Place in the list, from 0. */
  index: number;
  /** Distance from the top of the list, in px. */
  top: number;
  height: number;
  columns: readonly DataColumn<R, C>[];
  context: C;
  selected: boolean;
  /** First and last of adjoining selected rows: the ends of the bracket turn in. */
  bracketStart: boolean;
  bracketEnd: boolean;
  /** The one row that Tab reaches. */
  current: boolean;
  selectLabel: string;
}

function Row<R extends Identified, C>(props: DataRowProps<R, C>) {
  const { row, index, columns, context, selected, current } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={current ? 0 : -1}
      data-row-id={row.id}
      data-row-index={index}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
      className={cn(
        rowGridClass,
        'absolute inset-x-0 top-0 scroll-mb-20 border-line border-b bg-surface outline-none hover:bg-hover',
        'focus-visible:z-[1] focus-visible:before:left-[3px] focus-visible:rounded-[5px] focus-visible:shadow-[inset_0_0_0_2px_var(--focus)]',
        'phone:grid-cols-[36px_minmax(0,1fr)_auto_auto] phone:grid-rows-[22px_20px] phone:content-center phone:gap-y-0.5 phone:pr-3.5 phone:pl-1 phone:[&>*]:px-1',
        selected && 'bracket bg-accent-soft hover:bg-accent-soft',
        selected && props.bracketStart && 'bracket-start',
        selected && props.bracketEnd && 'bracket-end',
      )}
    >
      <div
        role="gridcell"
        tabIndex={-1}
        className="grid place-items-center justify-start phone:row-span-2 phone:h-11 phone:justify-center"
      >
        <RowCheckbox checked={selected} label={props.selectLabel} />
      </div>
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          tabIndex={-1}
          title={column.title?.(row, context)}
          className={cn('truncate', tierClass[column.tier], column.className)}
        >
          {column.cell(row, context, selected)}
        </div>
      ))}
    </div>
  );
}

// `memo` forgets the type parameters; the component is the same.
export const DataRow = memo(Row) as typeof Row;

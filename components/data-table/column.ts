import type { CSSProperties, ReactNode } from 'react';

/**
 * From which width of the table (not of the window) a column is shown: `always`, `medium` from 880 px, `wide` from
 * 1120 px. Below 768 px of window the row turns into two lines and shows only columns with a `phone` place.
 */
export type ColumnTier = 'always' | 'medium' | 'wide';

/** One column of a table over rows `R`; `C` is whatever the cells need besides the row. */
export interface DataColumn<R, C> {
  id: string;
  header: string;
  /** Grid track, e.g. `80px` or `minmax(180px,1fr)`. */
  width: string;
  tier: ColumnTier;
  /** Head cell is a button that sorts by this column. */
  sortable: boolean;
  /** Classes of the cell; with a `phone:` part for its place in the two-line row. */
  className: string;
  /** Full text where the cell may cut it. */
  title?: (row: R, context: C) => string | undefined;
  cell: (row: R, context: C, selected: boolean) => ReactNode;
}

export interface SortState {
  columnId: string;
  order: 'asc' | 'desc';
}

/** Classes that show a column from its tier on; the table is the container. */
export const tierClass: Record<ColumnTier, string> = {
  always: '',
  medium: 'hidden @min-[880px]:block',
  wide: 'hidden @min-[1120px]:block',
};

/** Tracks of the three widths as custom properties, for `rowGridClass`. */
export function columnTracks<R, C>(columns: readonly DataColumn<R, C>[]): CSSProperties {
  const tracks = (tiers: readonly ColumnTier[]) =>
    ['28px', ...columns.filter((column) => tiers.includes(column.tier)).map((column) => column.width)].join(
      ' ',
    );
  const properties: Record<`--${string}`, string> = {
    '--cols-s': tracks(['always']),
    '--cols-m': tracks(['always', 'medium']),
    '--cols-l': tracks(['always', 'medium', 'wide']),
  };
  return properties;
}

/** Grid of head and rows: the same tracks, so columns stand in line. */
export const rowGridClass =
  'grid grid-cols-[var(--cols-s)] items-center pr-3 pl-2 @min-[880px]:grid-cols-[var(--cols-m)] @min-[1120px]:grid-cols-[var(--cols-l)] [&>*]:min-w-0 [&>*]:px-2';

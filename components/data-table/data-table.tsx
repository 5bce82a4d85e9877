'use client';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { columnTracks, type DataColumn, type SortState } from './column';
import { DataRow } from './data-row';
import { HeaderRow } from './header-row';
import { headState, type Identified } from './selection';
import type { VisibleRangeStore } from './visible-range';

const HEAD_HEIGHT = 30;
/** Room for the floating bar, so it never covers the focused row. */
const FOOT_ROOM = 84;

export interface DataTableHandle {
  /** Brings the row into view and gives it the focus. */
  focusRow: (index: number) => void;
}

interface DataTableProps<R extends Identified, C> {
  label: string;
  /** Loaded rows in their order. Keep the identity while nothing changed. */
  rows: readonly R[];
  /** All rows of the list, loaded or not. */
  rowCount: number;
  columns: readonly DataColumn<R, C>[];
  /** Handed to every cell; a new identity renders all rows again. */
  context: C;
  /** px; two-line rows on a phone are 64. */
  rowHeight: number;
  phone: boolean;
  selected: ReadonlySet<number>;
  /** The row that Tab reaches; the first one if it is not in the list. */
  currentId: number | null;
  sort: SortState;
  selectAllLabel: string;
  selectLabel: (row: R) => string;
  onSort: (columnId: string) => void;
  /** `range` is true with Shift. */
  onSelect: (row: R, range: boolean) => void;
  onSelectAll: () => void;
  onCurrent: (row: R) => void;
  visible: VisibleRangeStore;
  /** Another list is shown when this changes: it begins at its top. */
  listKey: string;
  ref?: Ref<DataTableHandle>;
}

/**
 * Virtual grid of rows of one height. Head and rows share their tracks; how many columns are shown depends on the
 * table's own width. Only the rows on the screen are in the document.
 */
export function DataTable<R extends Identified, C>(props: DataTableProps<R, C>) {
  const { rows, columns, selected, currentId, visible, phone } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef<number | null>(null);
  const head = phone ? 0 : HEAD_HEIGHT;
  const currentIndex = Math.max(0, currentId === null ? 0 : rows.findIndex((row) => row.id === currentId));

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.rowHeight,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    initialRect: { width: 1200, height: 860 },
    overscan: 8,
    scrollMargin: head,
    scrollPaddingStart: head,
    scrollPaddingEnd: FOOT_ROOM,
    paddingEnd: FOOT_ROOM,
    // The row that Tab reaches stays in the document, wherever the list is scrolled.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (rows.length === 0 || indexes.includes(currentIndex)) return indexes;
      return currentIndex < (indexes[0] ?? 0) ? [currentIndex, ...indexes] : [...indexes, currentIndex];
    },
  });

  const shownKey = useRef(props.listKey);
  useLayoutEffect(() => {
    if (shownKey.current === props.listKey) return;
    shownKey.current = props.listKey;
    scroller.current?.scrollTo({ top: 0 });
  });

  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? -1;
  useEffect(() => visible.set({ first, last }), [visible, first, last]);

  function focusRow(index: number) {
    const row = rows[index];
    if (!row) return;
    wantsFocus.current = row.id;
    props.onCurrent(row);
    virtualizer.scrollToIndex(index, { align: 'auto' });
    focusWanted();
  }
  useImperativeHandle(props.ref, () => ({ focusRow }));

  function focusWanted() {
    if (wantsFocus.current === null) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-row-id="${wantsFocus.current}"]`);
    if (!element) return;
    wantsFocus.current = null;
    element.focus({ preventScroll: true });
  }
  useLayoutEffect(focusWanted);

  function rowOf(event: { target: EventTarget }): R | undefined {
    if (!(event.target instanceof Element)) return undefined;
    const index = event.target.closest<HTMLElement>('[data-row-index]')?.dataset.rowIndex;
    return index === undefined ? undefined : rows[Number(index)];
  }

  function onClick(event: MouseEvent) {
    const row = rowOf(event);
    if (!row || !(event.target instanceof Element)) return;
    props.onCurrent(row);
    event.target.closest<HTMLElement>('[data-row-id]')?.focus({ preventScroll: true });
    if (event.target.closest('[data-select]') || (event.shiftKey && !event.target.closest('a'))) {
      props.onSelect(row, event.shiftKey);
    }
  }

  /** Far moves; the rest of the keys belong to the page's key map. */
  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, last - first - 2);
    const targets: Record<string, number> = {
      Home: 0,
      End: rows.length - 1,
      PageUp: Math.max(0, currentIndex - page),
      PageDown: Math.min(rows.length - 1, currentIndex + page),
    };
    const target = targets[event.key];
    if (target === undefined || rows.length === 0) return;
    event.preventDefault();
    focusRow(target);
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.rowCount + 1}
      aria-multiselectable
      tabIndex={-1}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        if (event.shiftKey) event.preventDefault(); // Shift-click selects rows, not text
      }}
      style={columnTracks(columns)}
      className="@container relative min-h-0 flex-1 overflow-y-auto overflow-x-hidden overscroll-contain outline-none"
    >
      <HeaderRow
        columns={columns}
        sort={props.sort}
        onSort={props.onSort}
        checked={headState(rows, selected)}
        onSelectAll={props.onSelectAll}
        selectAllLabel={props.selectAllLabel}
      />
      <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const isSelected = selected.has(row.id);
          return (
            <DataRow
              key={item.key}
              row={row}
              index={item.index}
              top={item.start - head}
              height={props.rowHeight}
              columns={columns}
              context={props.context}
              selected={isSelected}
              bracketStart={isSelected && !selected.has(rows[item.index - 1]?.id ?? -1)}
              bracketEnd={isSelected && !selected.has(rows[item.index + 1]?.id ?? -1)}
              current={item.index === currentIndex}
              selectLabel={props.selectLabel(row)}
            />
          );
        })}
      </div>
    </div>
  );
}

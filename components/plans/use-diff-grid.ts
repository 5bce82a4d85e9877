'use client';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useRef, useState } from 'react';
import { useShortcuts } from '@/components/layout/use-shortcuts';
import type { PlanItem } from './plan-data';
import { canInclude, nextWarning, type StageStart, stageAt } from './plan-view';

export const rowHeight = 32;
/** Head of a stage, above its first row. */
export const stageHeight = 30;

interface DiffGridState {
  scrollRef: RefObject<HTMLDivElement | null>;
  virtualizer: Virtualizer<HTMLDivElement, Element>;
  current: number;
  setCurrent: (index: number) => void;
  /** Registers a row, so that moving to it can give it the focus once it is there. */
  rowRef: (index: number) => (element: HTMLDivElement | null) => void;
}

/** Virtual rows, one tab stop, and the keys J K ↑ ↓ X N O Enter of the preview. */
export function useDiffGrid(
  rows: readonly PlanItem[],
  starts: readonly StageStart[],
  options: { origin: string; include: (ids: number[], included: boolean) => void; enabled: boolean },
): DiffGridState {
  const scrollRef = useRef<HTMLDivElement>(null);
  const pendingFocus = useRef<number | null>(null);
  const elements = useRef(new Map<number, HTMLDivElement>());
  const [wanted, setCurrent] = useState(0);
  const current = Math.min(wanted, Math.max(0, rows.length - 1));

  // A new identity with other rows, so that sizes are asked for again.
  const getItemKey = useCallback((index: number) => rows[index]?.issueId ?? index, [rows]);
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: (index) => (stageAt(starts, index) ? rowHeight + stageHeight : rowHeight),
    getItemKey,
    overscan: 12,
    // The head of 30 px and the foot stay clear of the row one moves to.
    scrollPaddingStart: 30,
    scrollPaddingEnd: 8,
    paddingStart: 30,
  });

  const moveTo = (index: number) => {
    if (rows.length === 0) return;
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setCurrent(next);
    virtualizer.scrollToIndex(next);
    const element = elements.current.get(next);
    if (element) element.focus({ preventScroll: true });
    else pendingFocus.current = next;
  };
  const inGrid = () => scrollRef.current?.contains(document.activeElement) ?? false;
  const step = (by: number) => moveTo(inGrid() ? current + by : current);
  const page = () => Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeight) - 2);
  const warn = (by: 1 | -1) => {
    const next = nextWarning(rows, inGrid() ? current : by === 1 ? -1 : rows.length, by);
    if (next !== null) moveTo(next);
  };
  const toggle = () => {
    const item = rows[current];
    if (!item || !inGrid() || !canInclude(item)) return false;
    options.include([item.issueId], !item.included);
    return true;
  };
  const open = () => {
    const item = rows[current];
    if (!item?.issueKey || !inGrid()) return false;
    window.open(`${options.origin}/view/${encodeURIComponent(item.issueKey)}`, '_blank', 'noopener');
    return true;
  };
  // The badges of a row are no tab stops of their own.
  const openNotes = () => {
    const button = elements.current.get(current)?.querySelector<HTMLElement>('[data-row-notes]');
    if (!inGrid() || !button) return false;
    button.click();
    return true;
  };
  const within = (act: () => void) => () => (inGrid() ? act() : false);

  useShortcuts(
    options.enabled
      ? {
          j: () => step(1),
          k: () => step(-1),
          arrowdown: within(() => step(1)),
          arrowup: within(() => step(-1)),
          pagedown: within(() => moveTo(current + page())),
          pageup: within(() => moveTo(current - page())),
          home: within(() => moveTo(0)),
          end: within(() => moveTo(rows.length - 1)),
          x: toggle,
          space: toggle,
          n: () => warn(1),
          'shift+n': () => warn(-1),
          o: open,
          enter: openNotes,
        }
      : {},
  );

  const rowRef = (index: number) => (element: HTMLDivElement | null) => {
    if (!element) {
      elements.current.delete(index);
      return;
    }
    elements.current.set(index, element);
    if (pendingFocus.current === index) {
      pendingFocus.current = null;
      element.focus({ preventScroll: true });
    }
  };
  return { scrollRef, virtualizer, current, setCurrent, rowRef };
}

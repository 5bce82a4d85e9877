'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { DiffCard } from './diff-card';
import type { DiffListProps } from './diff-grid';
import { stageAt, stageStarts } from './plan-view';
import { StageText } from './stage-head';

/** The plan on a phone: one card per issue. It scrolls with the page, so it is told which element that is. */
export function DiffCards({
  rows,
  stages,
  stageNames,
  stale,
  disabled,
  onInclude,
  scrollRef,
}: DiffListProps & { scrollRef: RefObject<HTMLDivElement | null> }) {
  const t = useTranslations('plans');
  const listRef = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);

  // What stands above the list changes with warnings and bands, so its place is measured, not assumed.
  useLayoutEffect(() => {
    const scroller = scrollRef.current;
    if (!scroller) return;
    const measure = () => {
      const list = listRef.current;
      if (list) {
        setOffset(
          list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop,
        );
      }
    };
    const observer = new ResizeObserver(measure);
    for (const child of scroller.children) observer.observe(child);
    measure();
    return () => observer.disconnect();
  }, [scrollRef]);

  const starts = useMemo(() => stageStarts(rows, stages), [rows, stages]);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => 120,
    getItemKey: (index) => rows[index]?.issueId ?? index,
    overscan: 6,
    scrollMargin: offset,
  });
  return (
    <ul
      ref={listRef}
      aria-label={t('gridLabel')}
      className="relative order-4 flex-none"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const item = rows[index];
        const stage = stageAt(starts, index);
        return item ? (
          <li
            key={item.issueId}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className="absolute top-0 left-0 w-full"
            style={{ transform: `translateY(${start - offset}px)` }}
          >
            {stage ? (
              <p className="flex min-h-[30px] flex-wrap items-center gap-x-2 border-line border-b bg-surface-2 px-4 py-1">
                <StageText stage={stage} name={stageNames[stage.place - 1] ?? ''} />
              </p>
            ) : null}
            <DiffCard
              item={item}
              stale={stale.has(item.issueId)}
              disabled={disabled}
              onInclude={(included) => onInclude([item.issueId], included)}
            />
          </li>
        ) : null;
      })}
    </ul>
  );
}

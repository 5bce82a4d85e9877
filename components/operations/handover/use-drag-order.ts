'use client';
import { type PointerEvent, useRef } from 'react';

/**
 * Dragging lines of a list to other places. The list holds the pointer, not the line: a line that is put elsewhere
 * would lose it.
 */
export function useDragOrder(onMove: (from: number, to: number) => void) {
  const dragged = useRef<number | null>(null);
  const drop = () => {
    dragged.current = null;
  };
  return {
    /** For the grip of a line. */
    grab: (place: number) => (event: PointerEvent) => {
      if (event.button !== 0) return;
      dragged.current = place;
      event.currentTarget.closest('ol')?.setPointerCapture(event.pointerId);
    },
    /** For the `ol`. */
    list: {
      onPointerMove: (event: PointerEvent) => {
        if (dragged.current === null) return;
        const over = [...event.currentTarget.children].findIndex((line) => {
          const { top, bottom } = line.getBoundingClientRect();
          return event.clientY >= top && event.clientY < bottom;
        });
        if (over < 0 || over === dragged.current) return;
        onMove(dragged.current, over);
        dragged.current = over;
      },
      onPointerUp: drop,
      onPointerCancel: drop,
    },
  };
}

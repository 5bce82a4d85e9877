'use client';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Width of an element in px, kept up to date; `usual` until it is measured. */
export function useWidth<E extends HTMLElement>(usual: number): { ref: RefObject<E | null>; width: number } {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(200, Math.round(entry.contentRect.width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

'use client';
import { type RefObject, useEffect, useRef } from 'react';

/** Long enough to be seen: a key held or pressed twice on the page before cannot reach the button. */
const SEEN_MS = 800;

/**
 * Answers whether an element has been on screen, and usable, for the last 800 ms.
 * @param usable the time starts anew whenever this becomes true
 */
export function useOnScreen(ref: RefObject<HTMLElement | null>, usable: boolean): () => boolean {
  const since = useRef<number | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element || !usable) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) since.current = null;
        else since.current ??= performance.now();
      },
      { threshold: 0.5 },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      since.current = null;
    };
  }, [ref, usable]);
  return () => since.current !== null && performance.now() - since.current >= SEEN_MS;
}

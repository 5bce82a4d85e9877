'use client';
import { useSyncExternalStore } from 'react';

/** Whether a media query holds; false on the server and in the first paint. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** The `phone:` variant of the theme, for lists that are built differently there. */
export const phoneQuery = '(max-width: 767px)';

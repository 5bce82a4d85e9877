'use client';
import { useSyncExternalStore } from 'react';

/** The time in ms, renewed every `stepMs` while mounted; null on the server, so that both paints agree. */
export function useNow(stepMs = 1000): number | null {
  return useSyncExternalStore(
    (changed) => {
      const timer = setInterval(changed, stepMs);
      return () => clearInterval(timer);
    },
    () => Math.floor(Date.now() / stepMs) * stepMs,
    () => null,
  );
}

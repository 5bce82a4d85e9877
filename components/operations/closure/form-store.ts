'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { formShelf } from '../kept-form';
import type { ClosureForm } from './closure-form';

/** Shape of `ClosureForm`. */
const VERSION = 2;

interface KeptForm extends ClosureForm {
  /** It became a plan just as it is: what is left out there, is left out here. */
  done: boolean;
}

interface Kept {
  planNumber: number | null;
  form: KeptForm;
}

/** What this tab has entered, by milestone: React compares what it is given, so it is read from the storage once. */
const known = new Map<string, Kept | null>();
const listeners = new Set<() => void>();

function read(key: string): Kept | null {
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const stored = formShelf<KeptForm>(key, VERSION).read();
  known.set(key, stored);
  return stored;
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/**
 * What this tab keeps for one milestone. The server knows nothing of it, so the first paint has nothing either.
 *
 * @param key of space and milestone
 */
export function useKeptForm(key: string): {
  kept: Kept | null;
  keep: (form: KeptForm, planNumber: number | null) => void;
} {
  const kept = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const keep = useCallback(
    (form: KeptForm, planNumber: number | null) => {
      known.set(key, { form, planNumber });
      formShelf<KeptForm>(key, VERSION).write(form, planNumber);
      for (const tell of listeners) tell();
    },
    [key],
  );
  return { kept, keep };
}

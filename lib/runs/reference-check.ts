import type { BacklogClient } from '@/lib/backlog';
import type { DiffField, FieldDiff } from '@/lib/bulk';
import { readValueList } from './read-value-list';
import type { RunClock } from './run-clock';
import { type ValueList, wantedValues } from './wanted-values';

/**
 * After Backlog has refused a value in a project: which of the values still to be written are gone there. One refused
 * write and one read per list a minute, in the place of as many refused writes as there are items.
 */
export interface ReferenceCheck {
  /** Backlog refused a value of an item of this project. */
  refused: (projectId: number) => void;
  /** This run has changed the lists of the project itself. */
  forget: (projectId: number) => void;
  /** @returns the first value that is gone, and whether lists were read for it */
  check: (
    projectId: number,
    diffs: readonly FieldDiff[],
  ) => Promise<{ gone: { field: DiffField; label: string } | null; asked: boolean }>;
}

interface Window {
  openedAt: number;
  /** What exists; null when it could not be read, which proves nothing. */
  lists: Map<ValueList, ReadonlySet<string> | null>;
  foundGone: boolean;
}

/** @param windowMs how long lists hold */
export function createReferenceCheck(
  client: BacklogClient,
  clock: RunClock,
  windowMs: number,
): ReferenceCheck {
  const windows = new Map<number, Window>();
  const open = (): Window => ({ openedAt: clock.monotonic(), lists: new Map(), foundGone: false });
  const isOver = (window: Window) => clock.monotonic() - window.openedAt >= windowMs;

  /** The project's lists as far as they may be used; null while nothing in it is suspected. */
  function windowOf(projectId: number): Window | null {
    const window = windows.get(projectId);
    if (window === undefined || !isOver(window)) return window ?? null;
    windows.delete(projectId);
    if (!window.foundGone) return null;
    const fresh = open();
    windows.set(projectId, fresh);
    return fresh;
  }

  return {
    refused(projectId) {
      const window = windows.get(projectId);
      if (window === undefined || isOver(window)) windows.set(projectId, open());
    },
    forget: (projectId) => void windows.delete(projectId),
    async check(projectId, diffs) {
      const window = windowOf(projectId);
      let asked = false;
      if (window === null) return { gone: null, asked };
      for (const { list, key, field, label } of wantedValues(diffs)) {
        if (!window.lists.has(list)) {
          asked = true;
          window.lists.set(list, await readValueList(client.projects, projectId, list).catch(() => null));
        }
        const known = window.lists.get(list) ?? null;
        if (known === null || known.has(key)) continue;
        window.foundGone = true;
        return { gone: { field, label }, asked };
      }
      return { gone: null, asked };
    },
  };
}

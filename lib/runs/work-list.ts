import type { Database } from '@/lib/db';
import type { LedgerItem, RunIdentity } from './ledger-item';
import { dueIntents, openItems, plannedItems } from './ledger-reads';

const readAtOnce = 50;

export type NextWork =
  | { kind: 'item'; item: LedgerItem; next: LedgerItem | null; left: number }
  /** Only open writes are left; the first may be decided in so many ms. */
  | { kind: 'settling'; ms: number }
  | { kind: 'nothing' };

/** What a run has still to do, read from the ledger in portions: the holder of the lease is the only one to move items. */
export interface WorkList {
  next: () => Promise<NextWork>;
  ended: (position: number) => void;
  /** Something else than an end happened to an item: ask the ledger again. */
  changed: () => void;
}

export function createWorkList(db: Database, run: RunIdentity): WorkList {
  let planned: LedgerItem[] = [];
  let left = 0;
  let hasIntents = true;
  let known = false;

  async function look(): Promise<number | null> {
    const open = await openItems(db, run.id);
    left = open.left;
    hasIntents = open.intents > 0;
    known = true;
    return open.settleInMs;
  }

  return {
    async next() {
      if (!known) await look();
      if (hasIntents) {
        const [item] = await dueIntents(db, run, 1);
        if (item !== undefined) return { kind: 'item', item, next: planned[0] ?? null, left };
      }
      if (planned.length < 2 && left > planned.length) planned = await plannedItems(db, run, readAtOnce);
      const [item, next] = planned;
      if (item !== undefined) return { kind: 'item', item, next: next ?? null, left };
      const settleInMs = await look();
      return left === 0 ? { kind: 'nothing' } : { kind: 'settling', ms: settleInMs ?? 0 };
    },
    ended(position) {
      planned = planned.filter((item) => item.position !== position);
      left -= 1;
    },
    changed() {
      planned = [];
      known = false;
    },
  };
}

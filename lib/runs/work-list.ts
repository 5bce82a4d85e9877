import { neededSteps, withCreated } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import type { LedgerItem, RunIdentity } from './ledger-item';
import { createdIds, dueIntents, openItems, plannedItems } from './ledger-reads';

const readAtOnce = 50;

export type NextWork =
  | { kind: 'item'; item: LedgerItem; next: LedgerItem | null; left: number }
  /** Only open writes are left; the first may be decided in so many ms. */
  | { kind: 'settling'; ms: number }
  /** Items are left, but none of them may be begun now. */
  | { kind: 'stuck' }
  /** Nothing is left in the stage under way, but in later ones. */
  | { kind: 'stageOver' }
  | { kind: 'nothing' };

/** What a run has still to do, read from the ledger in portions: the holder of the lease is the only one to move items. */
export interface WorkList {
  /**
   * Items come with the real ids of what side steps have created; a number that is left has no creation.
   *
   * @param mayBegin false: only open writes are decided, nothing new is begun
   */
  next: (mayBegin: boolean) => Promise<NextWork>;
  ended: (position: number) => void;
  /** Something else than an end happened to an item: ask the ledger again. */
  changed: () => void;
}

/** @param store stores results that are still held: the ledger is asked only after that */
export function createWorkList(db: Database, run: RunIdentity, store: () => Promise<unknown>): WorkList {
  let planned: LedgerItem[] = [];
  let left = 0;
  let hasIntents = true;
  let known = false;
  let created: Map<number, number> | null = null;

  async function look() {
    await store();
    const open = await openItems(db, run.id);
    left = open.left;
    hasIntents = open.intents > 0;
    known = true;
    return open;
  }

  async function found(item: LedgerItem, next: LedgerItem | undefined): Promise<NextWork> {
    // Only issues are read ahead.
    const ahead = next === undefined || next.plan.step !== undefined ? null : next;
    return { kind: 'item', item: await withRealIds(item), next: ahead, left };
  }

  async function withRealIds(item: LedgerItem): Promise<LedgerItem> {
    if (neededSteps(item.plan).length === 0) return item;
    created ??= await createdIds(db, run.id);
    return { ...item, plan: withCreated(item.plan, created) };
  }

  return {
    async next(mayBegin) {
      if (!known) await look();
      if (hasIntents) {
        await store();
        const [item] = await dueIntents(db, run, 1);
        if (item !== undefined) return found(item, planned[0]);
      }
      if (mayBegin) {
        if (planned.length < 2 && left > planned.length) {
          await store();
          planned = await plannedItems(db, run, readAtOnce);
        }
        const [item, next] = planned;
        if (item !== undefined) return found(item, next);
      }
      const { leftInStage, settleInMs } = await look();
      if (left === 0) return { kind: 'nothing' };
      if (hasIntents) return { kind: 'settling', ms: settleInMs ?? 0 };
      return leftInStage === 0 ? { kind: 'stageOver' } : { kind: 'stuck' };
    },
    ended(position) {
      if (planned.some((item) => item.position === position && item.plan.step !== undefined)) created = null;
      planned = planned.filter((item) => item.position !== position);
      left -= 1;
    },
    changed() {
      planned = [];
      known = false;
      created = null;
    },
  };
}

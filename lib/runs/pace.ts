import type { Pace } from '@/lib/bulk/plan';

/** What `RateBudget` of the client tells; the engine keeps no count of its own. */
export interface QuotaView {
  /** 0 = a write may go now. */
  waitMs: number;
  snapshot: { limit: number; remaining: number; resetAt: number } | null;
}

export interface PaceInput {
  now: number;
  pace: Pace;
  /** Writes that may still come, this one included. */
  itemsLeft: number;
  /** When the last write of this run was sent; null before the first. */
  lastWriteAt: number | null;
  quota: QuotaView;
  reserve: number;
  gentleSpacingMs: number;
}

export interface NextWrite {
  /** Not before this time, ms. */
  at: number;
  /** `quota` when Backlog's limit is what holds the run. */
  reason: 'quota' | null;
}

/**
 * When the next write may go. `gentle` keeps its distance from the last write. `limit` goes as fast as answers come
 * while everything that is left fits into the window, and else spreads what the window still gives evenly to the
 * reset: a burst would end at the same time (both are bound by the windows) but leave the person without quota.
 */
export function nextWrite(input: PaceInput): NextWrite {
  const { now, quota, lastWriteAt } = input;
  if (quota.waitMs > 0) return { at: now + quota.waitMs, reason: 'quota' };
  // A write that lies ahead of now: the clock was set back meanwhile.
  if (lastWriteAt === null || lastWriteAt > now) return { at: now, reason: null };
  if (input.pace === 'gentle')
    return { at: Math.max(now, lastWriteAt + input.gentleSpacingMs), reason: null };
  return { at: Math.max(now, lastWriteAt + evenSpacing(input, lastWriteAt)), reason: null };
}

function evenSpacing(input: PaceInput, lastWriteAt: number): number {
  const { snapshot } = input.quota;
  if (snapshot === null || snapshot.resetAt <= input.now) return 0;
  const available = snapshot.remaining - Math.min(input.reserve, Math.floor(snapshot.limit / 2));
  if (available <= 0 || input.itemsLeft <= available) return 0;
  return Math.max(0, snapshot.resetAt - lastWriteAt) / (available + 1);
}

/** Where the calls of a run fall in the running window of the quota. */
export interface QuotaUse {
  limit: number;
  /** Calls of this window that are spent already, by whatever tool. */
  used: number;
  /** Calls of the run that fit into what is left. */
  now: number;
  /** Calls that have to wait for later windows. */
  later: number;
}

export function quotaUse(calls: number, quota: { limit: number; remaining: number }): QuotaUse {
  const remaining = Math.max(0, Math.min(quota.remaining, quota.limit));
  const now = Math.min(calls, remaining);
  return { limit: quota.limit, used: quota.limit - remaining, now, later: calls - now };
}

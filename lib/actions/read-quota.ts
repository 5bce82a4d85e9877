import type { RateSnapshot } from '@/lib/backlog';
import type { ActionContext } from './context';

/** What is left of the person's writes, from the last answers, else asked for (one read); null if Backlog does not say. */
export async function readQuota({ backlog, log }: ActionContext): Promise<RateSnapshot | null> {
  const known = backlog.budget.snapshot('update');
  if (known !== null) return known;
  try {
    await backlog.rateLimit.get();
  } catch (error) {
    log.info({ error }, 'quota unknown');
  }
  return backlog.budget.snapshot('update');
}

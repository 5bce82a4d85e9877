/** What was said last, and when. */
export interface Announced {
  processed: number;
  /** ms */
  at: number;
}

const STEPS = 10;
const QUIET_MS = 15_000;

/**
 * Whether progress is worth saying again: at every tenth of the run, and otherwise every 15 s when it has moved.
 * The first look says nothing, the end is always said.
 */
export function shouldAnnounce(
  last: Announced | null,
  progress: { processed: number; total: number },
  now: number,
): boolean {
  const { processed, total } = progress;
  if (last === null || processed === last.processed || total === 0) return false;
  if (processed === total) return true;
  const step = (count: number) => Math.floor((count / total) * STEPS);
  return step(processed) > step(last.processed) || now - last.at >= QUIET_MS;
}

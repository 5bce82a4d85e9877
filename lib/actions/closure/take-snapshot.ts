import type { ClosureInput, ClosureSnapshot } from '@/lib/bulk';
import { isAppError } from '@/lib/errors';
import type { ActionContext } from '../context';
import { readFigures } from './read-figures';
import { milestoneContent, milestonePlace } from './read-milestone';

/** A draft has other things to read: histories that changed since the page showed its figures, hardly more. */
const READING_MS = 400;

/**
 * How the milestone stands now, for the record of its closing. What Backlog does not tell stays null: a closing does
 * not fail for its record.
 */
export async function takeSnapshot(
  ctx: ActionContext,
  { projectId, milestone, resolvedIsDone }: ClosureInput,
): Promise<ClosureSnapshot | null> {
  const now = ctx.clock.now();
  const known = await orNull(ctx, async () => {
    const place = await milestonePlace(ctx, { projectId, milestoneId: milestone.id });
    return { place, content: await milestoneContent(ctx, place) };
  });
  if (known === null) return null;
  const { place, content } = known;
  const until = now.getTime() + READING_MS;
  const reading = await orNull(ctx, () => readFigures(ctx, place, content, until));
  const { startDate, dueDate } = place.milestone;
  return {
    at: now.toISOString(),
    startDate,
    dueDate,
    basics: content.basics,
    figures: reading?.figures?.[resolvedIsDone ? 'resolvedToo' : 'closedOnly'] ?? null,
  };
}

async function orNull<T>({ log }: ActionContext, reading: () => Promise<T>): Promise<T | null> {
  try {
    return await reading();
  } catch (error) {
    if (!isAppError(error)) throw error;
    log.warn({ code: error.code }, 'snapshot of a milestone not complete');
    return null;
  }
}

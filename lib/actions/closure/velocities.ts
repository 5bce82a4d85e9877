import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import type { ClosureFigures } from '@/lib/bulk/operations/closure-figures-schema';
import { earlierOf } from '@/lib/bulk/operations/milestone-series';
import { isAppError } from '@/lib/errors';
import type { ActionContext } from '../context';
import { createTimedCache } from '../issues/timed-cache';
import type { MilestonePlace } from './read-milestone';

type Velocity = ClosureFigures['velocities'][number];

/** So many milestones before are looked at. */
const LOOK_BACK = 3;
/** List calls per milestone; one with more closed issues is left out. */
const maxCalls = 3;

const cache = createTimedCache<Velocity[]>();

/** What was closed in the last milestones of the same kind, oldest first: two to four search calls each, remembered for 60 s. */
export function readVelocities(ctx: ActionContext, place: MilestonePlace): Promise<Velocity[]> {
  const now = ctx.clock.now().getTime();
  return cache(ctx.backlog, String(place.milestone.id), now, () => read(ctx, place));
}

async function read(
  ctx: ActionContext,
  { project, milestones, milestone }: MilestonePlace,
): Promise<Velocity[]> {
  const earlier = earlierOf(milestones, milestone).slice(0, LOOK_BACK).reverse();
  const found = await Promise.all(
    earlier.map(async ({ id, name }) => {
      const closed = await closedLoad(ctx, project.id, id);
      return closed === null ? [] : [{ id, name, ...closed }];
    }),
  );
  return found.flat();
}

/** Null: too many to read. */
async function closedLoad(
  { backlog }: ActionContext,
  projectId: number,
  milestoneId: number,
): Promise<{ issues: number; hours: number } | null> {
  const query = {
    projectIds: [projectId],
    milestoneIds: [milestoneId],
    statusIds: [defaultStatuses.closed],
  };
  let issues = 0;
  let hours = 0;
  try {
    for await (const page of backlog.issues.walk(query, { maxCalls })) {
      issues += page.length;
      hours += page.reduce((all, issue) => all + (issue.estimatedHours ?? 0), 0);
    }
  } catch (error) {
    if (isAppError(error) && error.code === 'WALK_TOO_LONG') return null;
    throw error;
  }
  return { issues, hours: Math.round(hours * 100) / 100 };
}

import type { BacklogProject } from '@/lib/backlog/schemas/project';
import { AppError } from '@/lib/errors';
import type { ActionContext } from '../context';
import { joinedProjects } from './joined-projects';

/**
 * Projects by id, in Backlog's order.
 * @throws AppError PROJECT_NOT_JOINED with the ids of those that the person has not joined, or that are archived
 */
export async function namedProjects(
  { backlog, clock }: ActionContext,
  ids: readonly number[],
): Promise<BacklogProject[]> {
  const wanted = new Set(ids);
  const joined = await joinedProjects(backlog, clock.now().getTime());
  const known = new Set(joined.map(({ id }) => id));
  const missing = [...wanted].filter((id) => !known.has(id));
  if (missing.length > 0) throw new AppError('PROJECT_NOT_JOINED', { projects: missing.join(', ') });
  return joined.filter(({ id }) => wanted.has(id));
}

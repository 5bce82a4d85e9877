import type { BacklogClient } from '@/lib/backlog';
import { customFieldsOrNone, dateOnly } from '@/lib/backlog';
import type { BacklogProject } from '@/lib/backlog/schemas/project';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { createTimedCache } from './timed-cache';

const cache = createTimedCache<ProjectReference>();

async function load(
  backlog: BacklogClient,
  project: BacklogProject,
  timezone: string,
): Promise<ProjectReference> {
  const { id, projectKey, name, subtaskingEnabled } = project;
  const [statuses, issueTypes, categories, versions, users, customFields] = await Promise.all([
    backlog.projects.statuses(id),
    backlog.projects.issueTypes(id),
    backlog.projects.categories(id),
    backlog.projects.versions(id),
    backlog.projects.users(id),
    customFieldsOrNone(backlog.projects, id),
  ]);
  return {
    id,
    projectKey,
    name,
    subtaskingEnabled,
    statuses: statuses.map((one) => ({ id: one.id, name: one.name, color: one.color })),
    issueTypes: issueTypes.map((one) => ({ id: one.id, name: one.name, color: one.color })),
    categories: categories.map((one) => ({ id: one.id, name: one.name })),
    milestones: versions.map((one) => ({
      id: one.id,
      name: one.name,
      archived: one.archived,
      startDate: dateOnly(one.startDate, timezone),
      releaseDueDate: dateOnly(one.releaseDueDate, timezone),
    })),
    members: users.map((one) => ({ id: one.id, name: one.name, roleType: one.roleType })),
    customFields,
  };
}

/**
 * Statuses, types, categories, milestones, members and custom fields of one project: six reads, remembered for 60 s.
 *
 * @param options `notBefore` (ms): what was read earlier does not count
 */
export function projectReference(
  backlog: BacklogClient,
  project: BacklogProject,
  options: { timezone: string; now: number; notBefore?: number },
): Promise<ProjectReference> {
  const { timezone, now, notBefore } = options;
  return cache(backlog, String(project.id), now, () => load(backlog, project, timezone), notBefore);
}

import type { BacklogClient, CallOptions } from '@/lib/backlog';
import type { PlanProject, PlanReference } from '@/lib/bulk';
import type { Change, ChangeField } from '@/lib/bulk/changes';

/** Reads what planning must know of the projects, and only as far as the changes speak of it: reads are limited. */
export async function readPlanReference(
  client: BacklogClient,
  projectIds: readonly number[],
  changes: readonly Change[],
  options: CallOptions,
): Promise<PlanReference> {
  const fields = new Set<ChangeField>(changes.map((change) => change.field));
  const none = Promise.resolve([]);
  const { projects } = client;
  const [joined, priorities, resolutions, ...read] = await Promise.all([
    projects.list({}, options),
    fields.has('priority') ? client.priorities.list(options) : none,
    fields.has('resolution') ? client.resolutions.list(options) : none,
    ...projectIds.map(async (id) => {
      const [statuses, milestones, categories, members] = await Promise.all([
        fields.has('status') ? projects.statuses(id, options) : none,
        fields.has('milestone') ? projects.versions(id, options) : none,
        fields.has('category') ? projects.categories(id, options) : none,
        fields.has('assignee') ? projects.users(id, options) : none,
      ]);
      return { id, statuses, milestones, categories, members };
    }),
  ]);
  const known = new Map(joined.map((project) => [project.id, project]));
  const byId = new Map<number, PlanProject>();
  for (const { id, statuses, milestones, categories, members } of read) {
    const project = known.get(id);
    if (project === undefined) continue;
    byId.set(id, {
      projectKey: project.projectKey,
      name: project.name,
      statuses: statuses.map(({ id: statusId, name, color }) => ({ id: statusId, name, color })),
      milestones: milestones.map(({ id: versionId, name, archived }) => ({ id: versionId, name, archived })),
      categories: categories.map(({ id: categoryId, name }) => ({ id: categoryId, name })),
      memberIds: new Set(members.map((member) => member.id)),
    });
  }
  const named = (values: readonly { id: number; name: string }[]) =>
    values.map(({ id, name }) => ({ id, name }));
  return { projects: byId, priorities: named(priorities), resolutions: named(resolutions) };
}

import { type BacklogClient, type CallOptions, customFieldsOrNone, dateOnly } from '@/lib/backlog';
import type { PlanProject, PlanReference } from '@/lib/bulk';
import type { ChangeField } from '@/lib/bulk/changes';

/**
 * Reads what planning must know of the projects, and only as far as the changes speak of it: reads are limited. Custom
 * fields are read always, because a required one that is empty is what makes Backlog refuse any change.
 *
 * @param fields what is going to be written
 * @param timezone IANA zone of the space
 */
export async function readPlanReference(
  client: BacklogClient,
  projectIds: readonly number[],
  fields: ReadonlySet<ChangeField>,
  timezone: string,
  options: CallOptions,
): Promise<PlanReference> {
  const none = Promise.resolve([]);
  const [joined, priorities, resolutions, ...read] = await Promise.all([
    client.projects.list({}, options),
    fields.has('priority') ? client.priorities.list(options) : none,
    fields.has('resolution') ? client.resolutions.list(options) : none,
    ...projectIds.map((id) => readProject(client, id, fields, timezone, options)),
  ]);
  const byId = new Map<number, PlanProject>();
  for (const project of joined) {
    const part = read.find((one) => one.id === project.id);
    if (part === undefined) continue;
    const { projectKey, name, subtaskingEnabled } = project;
    byId.set(project.id, { projectKey, name, subtaskingEnabled, ...part.reference });
  }
  return { projects: byId, priorities: priorities.map(named), resolutions: resolutions.map(named) };
}

async function readProject(
  { projects }: BacklogClient,
  id: number,
  fields: ReadonlySet<ChangeField>,
  timezone: string,
  options: CallOptions,
): Promise<{ id: number; reference: Omit<PlanProject, 'projectKey' | 'name' | 'subtaskingEnabled'> }> {
  const none = Promise.resolve([]);
  const [statuses, issueTypes, versions, categories, members, customFields] = await Promise.all([
    fields.has('status') ? projects.statuses(id, options) : none,
    fields.has('issueType') ? projects.issueTypes(id, options) : none,
    fields.has('milestone') || fields.has('version') ? projects.versions(id, options) : none,
    fields.has('category') ? projects.categories(id, options) : none,
    fields.has('assignee') || fields.has('notify') ? projects.users(id, options) : none,
    customFieldsOrNone(projects, id, options),
  ]);
  const reference = {
    statuses: statuses.map(coloured),
    issueTypes: issueTypes.map(coloured),
    milestones: versions.map((version) => ({
      ...named(version),
      archived: version.archived,
      startDate: dateOnly(version.startDate, timezone),
      dueDate: dateOnly(version.releaseDueDate, timezone),
    })),
    categories: categories.map(named),
    memberIds: new Set(members.map((member) => member.id)),
    customFields,
  };
  return { id, reference };
}

const named = ({ id, name }: { id: number; name: string }) => ({ id, name });
const coloured = ({ id, name, color }: { id: number; name: string; color: string }) => ({ id, name, color });

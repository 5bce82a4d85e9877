import type { BacklogClient, CallOptions } from '@/lib/backlog';
import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import type { Operation, Workload } from '@/lib/bulk';

/**
 * Open issues and their hours that the successors of a levelling handover hold in all projects that this person has
 * joined; empty for anything else.
 */
export async function readSuccessorLoad(
  client: BacklogClient,
  operation: Operation | null,
  call: CallOptions,
): Promise<Map<number, Workload>> {
  const load = new Map<number, Workload>();
  if (operation?.kind !== 'handover' || operation.split.by !== 'level') return load;
  const assigneeIds = operation.split.to.map((person) => person.id);
  for (const id of assigneeIds) load.set(id, { issues: 0, hours: 0 });
  const joined = await client.projects.list({ archived: false }, call);
  const projectIds = joined.map((project) => project.id);
  const lists = await Promise.all(projectIds.map((id) => client.projects.statuses(id, call)));
  const statusIds = [...new Set(lists.flat().map((status) => status.id))].filter(
    (id) => id !== defaultStatuses.closed,
  );
  for await (const page of client.issues.walk({ projectIds, assigneeIds, statusIds }, {}, call)) {
    for (const { assignee, estimatedHours } of page) {
      const held = assignee === null ? undefined : load.get(assignee.id);
      if (held === undefined) continue;
      held.issues += 1;
      held.hours += estimatedHours ?? 0;
    }
  }
  return load;
}

import { type BacklogClient, isBacklogError } from '@/lib/backlog';
import type { DiffField, PlanItem } from '@/lib/bulk';
import { readValueList, type ValueList, wantedValues } from '@/lib/runs';

/** A value that rows bring in and that their project no longer has: a person who is no member, or what was deleted. */
export interface StaleValue {
  /** The first row that brings it in. */
  issueId: number;
  what: 'value';
  field: DiffField;
  name: string;
  /** Key of the project. */
  project: string;
  /** Rows that bring it in. */
  count: number;
}

/**
 * Values that these rows bring in and that their projects do not have. Milestones of issues are not looked at here. A
 * person of whom the plan itself says that they are no member is no news. One call per project and list that rows take
 * values from; a list that this person may not read proves nothing.
 *
 * @throws BacklogError
 */
export async function findStaleValues(
  projects: Pick<BacklogClient['projects'], ValueList>,
  items: readonly PlanItem[],
): Promise<StaleValue[]> {
  const lists = new Map<string, Promise<ReadonlySet<string> | null>>();
  const read = (projectId: number, list: ValueList) => {
    const key = `${projectId} ${list}`;
    const known = lists.get(key) ?? readValueList(projects, projectId, list).catch(nullIfHidden);
    lists.set(key, known);
    return known;
  };
  const brought = items.flatMap((item) => wantedOf(item).map((value) => ({ item, value })));
  // All at once: the client keeps few in flight.
  await Promise.all(brought.map(({ item, value }) => read(item.projectId, value.list)));
  const stale = new Map<string, StaleValue>();
  for (const { item, value } of brought) {
    const known = await read(item.projectId, value.list);
    if (known === null || known.has(value.key)) continue;
    const { field, label: name } = value;
    const key = `${item.projectId} ${field} ${value.key}`;
    const found = stale.get(key) ?? { ...placeOf(item), what: 'value', field, name, count: 0 };
    stale.set(key, { ...found, count: found.count + 1 });
  }
  return [...stale.values()];
}

function wantedOf({ diffs, warnings }: PlanItem) {
  const warned = warnings.some(({ code }) => code === 'ASSIGNEE_NOT_MEMBER');
  return wantedValues(
    diffs.filter(({ field }) => field !== 'milestone' && !(warned && field === 'assignee')),
  ).filter(({ key }) => !key.startsWith('-'));
}

function placeOf({ issueId, issueKey }: PlanItem): Pick<StaleValue, 'issueId' | 'project'> {
  return { issueId, project: issueKey.slice(0, issueKey.lastIndexOf('-')) };
}

function nullIfHidden(error: unknown): null {
  const hidden =
    isBacklogError(error) && (error.code === 'BACKLOG_NOT_FOUND' || error.code === 'BACKLOG_FORBIDDEN');
  if (hidden) return null;
  throw error;
}

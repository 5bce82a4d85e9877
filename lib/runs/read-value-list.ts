import type { BacklogClient } from '@/lib/backlog';
import type { ValueList } from './wanted-values';

/** What a project offers right now, by the keys of `WantedValue`. @throws BacklogError */
export async function readValueList(
  projects: Pick<BacklogClient['projects'], ValueList>,
  projectId: number,
  list: ValueList,
): Promise<Set<string>> {
  if (list === 'customFields') {
    const fields = await projects.customFields(projectId);
    return new Set(
      fields.flatMap(({ id, items }) => [`${id}`, ...(items ?? []).map((item) => `${id}:${item.id}`)]),
    );
  }
  const values: { id: number }[] = await projects[list](projectId);
  return new Set(values.map(({ id }) => `${id}`));
}

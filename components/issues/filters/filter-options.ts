import type { IssueFilter } from '@/lib/columns/issue-filter';
import { type IssueFilterName, issueFilterFields } from '@/lib/columns/issue-filter-fields';
import type { IssueRow, ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import type { JoinedProjects } from '../issue-reads';
import { projectsInView } from '../issues-url';

/** Filters that are lists of ids. */
export type ListFilterName = Exclude<IssueFilterName, 'dueDate' | 'keyword'>;

export type OptionLook =
  | { kind: 'status' | 'type'; color: string }
  | { kind: 'person'; id: number }
  | { kind: 'priority'; id: number }
  | { kind: 'plain' };

/** One entry of a filter. Values of several projects that share a name are one entry with all their ids. */
export interface FilterOption {
  key: string;
  label: string;
  ids: readonly number[];
  /** Keys of the projects that have it, when not all in view do. */
  projectKeys: readonly string[];
  look: OptionLook;
  archived?: boolean;
}

interface OptionSource {
  joined: JoinedProjects;
  reference: SpaceReference;
  filter: IssueFilter;
}

/** What a filter offers, in the order it is shown. Ids of the filter that nothing knows come last, as themselves. */
export function filterOptions(name: ListFilterName, source: OptionSource): FilterOption[] {
  const options = offered(name, source);
  const known = new Set(options.flatMap((option) => option.ids));
  const strangers = source.filter[issueFilterFields[name].key].filter((id) => !known.has(id));
  return [...options, ...strangers.map((id) => plain(id, `ID ${id}`))];
}

function offered(name: ListFilterName, { joined, reference, filter }: OptionSource): FilterOption[] {
  const projects = projectsInView(filter, reference.projects);
  switch (name) {
    case 'project':
      return joined.projects.map((project) => ({
        ...plain(project.id, project.name),
        projectKeys: [project.projectKey],
      }));
    case 'priority':
      return reference.priorities.map(({ id, name: label }) => ({
        ...plain(id, label),
        look: { kind: 'priority', id },
      }));
    case 'assignee':
      return people(projects, reference.me.id);
    case 'status':
      return grouped(projects, (project) =>
        project.statuses.map((status) => ({
          ...status,
          group: status.id <= 4 ? `id:${status.id}` : undefined,
          look: { kind: 'status', color: status.color },
        })),
      );
    case 'issueType':
      return grouped(projects, (project) =>
        project.issueTypes.map((type) => ({ ...type, look: { kind: 'type', color: type.color } })),
      );
    case 'milestone':
      return grouped(projects, (project) =>
        project.milestones.map((milestone) => ({ ...milestone, look: { kind: 'plain' } })),
      );
    case 'category':
      return grouped(projects, (project) =>
        project.categories.map((category) => ({ ...category, look: { kind: 'plain' } })),
      );
  }
}

function plain(id: number, label: string): FilterOption {
  return { key: String(id), label, ids: [id], projectKeys: [], look: { kind: 'plain' } };
}

function people(projects: readonly ProjectReference[], me: number): FilterOption[] {
  const members = new Map(
    projects.flatMap((project) => project.members.map((one) => [one.id, one] as const)),
  );
  return [...members.values()]
    .sort((a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name, 'ja'))
    .map(({ id, name }) => ({ ...plain(id, name), look: { kind: 'person', id } }));
}

type Value = { id: number; name: string; group?: string | undefined; archived?: boolean; look: OptionLook };

function grouped(
  projects: readonly ProjectReference[],
  valuesOf: (project: ProjectReference) => readonly Value[],
): FilterOption[] {
  const groups = new Map<
    string,
    { label: string; ids: number[]; keys: string[]; look: OptionLook; archived: boolean }
  >();
  for (const project of projects) {
    for (const value of valuesOf(project)) {
      const key = value.group ?? `name:${value.name}`;
      const { name: label, look } = value;
      const group = groups.get(key) ?? { label, ids: [], keys: [], look, archived: true };
      group.archived &&= value.archived ?? false;
      if (!group.ids.includes(value.id)) group.ids.push(value.id);
      if (!group.keys.includes(project.projectKey)) group.keys.push(project.projectKey);
      groups.set(key, group);
    }
  }
  // What is archived everywhere is rarely meant: it comes last.
  return [...groups]
    .sort(([, a], [, b]) => Number(a.archived) - Number(b.archived))
    .map(([key, { label, ids, keys, look, archived }]) => ({
      key,
      label,
      ids,
      projectKeys: keys.length === projects.length ? [] : keys,
      look,
      archived,
    }));
}

/** Keys of the entries that the filter has chosen. */
export function chosenKeys(options: readonly FilterOption[], ids: readonly number[]): Set<string> {
  const chosen = new Set(ids);
  return new Set(
    options.filter((option) => option.ids.some((id) => chosen.has(id))).map((option) => option.key),
  );
}

/** Ids of the chosen entries. */
export function idsOfKeys(options: readonly FilterOption[], keys: ReadonlySet<string>): number[] {
  return [...new Set(options.filter((option) => keys.has(option.key)).flatMap((option) => option.ids))];
}

const valuesOfRow: Readonly<Record<ListFilterName, (row: IssueRow) => readonly number[]>> = {
  project: (row) => [row.projectId],
  status: (row) => [row.statusId],
  assignee: (row) => (row.assigneeId === null ? [] : [row.assigneeId]),
  milestone: (row) => row.milestoneIds,
  category: (row) => row.categoryIds,
  issueType: (row) => [row.issueTypeId],
  priority: (row) => [row.priorityId],
};

/** How many of the rows have any of these values. */
export function countMatching(
  name: ListFilterName,
  ids: readonly number[],
  rows: readonly IssueRow[],
): number {
  const wanted = new Set(ids);
  return rows.filter((row) => valuesOfRow[name](row).some((id) => wanted.has(id))).length;
}

/** How many of the rows have each value. */
export function countById(name: ListFilterName, rows: readonly IssueRow[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const id of valuesOfRow[name](row)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

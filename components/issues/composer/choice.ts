import type { LabelledId, ProjectValue } from '@/lib/bulk/changes';
import { mapProjectValue } from '@/lib/bulk/map-project-value';
import type { ProjectReference, SpaceReference } from '@/lib/columns/issue-row';

/** One entry of a value picker. Values of several projects that share a name are one entry. */
export interface Choice {
  /** Tells entries of one picker apart. */
  key: string;
  label: string;
  /** Id in the whole space (people, priorities, resolutions); null for values that every project has of its own. */
  id: number | null;
  /** Project id → id of the value there; empty for values of the whole space. */
  byProject: ProjectValue['byProject'];
  color?: string;
  archived?: boolean;
}

export type PerProjectField = 'issueType' | 'status' | 'milestone' | 'version' | 'category';

const valuesOf = {
  issueType: (project: ProjectReference) => project.issueTypes,
  status: (project: ProjectReference) => project.statuses,
  // Backlog keeps one list for both.
  milestone: (project: ProjectReference) => project.milestones,
  version: (project: ProjectReference) => project.milestones,
  category: (project: ProjectReference) => project.categories,
};

/**
 * Values that can be picked for issues of these projects, by name across projects. Two values of one name in one
 * project stay two entries.
 */
export function projectChoices(field: PerProjectField, projects: readonly ProjectReference[]): Choice[] {
  const choices = new Map<string, Choice>();
  for (const project of projects) {
    for (const value of valuesOf[field](project)) {
      const { color, archived } = lookOf(value);
      const shared = field === 'status' && value.id <= 4 ? `id:${value.id}` : `name:${value.name}`;
      const known = choices.get(shared);
      const mapped = mapProjectValue(value.name, projects, field, value.id);
      if (known?.byProject[String(project.id)] === value.id) {
        if (known.archived && !archived) known.archived = false;
        continue;
      }
      const key = known ? `${shared}#${value.id}` : shared;
      choices.set(key, {
        key,
        label: value.name,
        id: null,
        byProject: known ? { [String(project.id)]: value.id } : mapped.byProject,
        ...(color === undefined ? {} : { color }),
        ...(archived === undefined ? {} : { archived }),
      });
    }
  }
  // Archived milestones are rarely meant: they come last.
  return [...choices.values()].sort((a, b) => Number(a.archived ?? false) - Number(b.archived ?? false));
}

function lookOf(value: object): { color?: string; archived?: boolean } {
  return {
    ...('color' in value && typeof value.color === 'string' ? { color: value.color } : {}),
    ...('archived' in value && typeof value.archived === 'boolean' ? { archived: value.archived } : {}),
  };
}

/** Everyone who is a member of one of these projects, by name. */
export function memberChoices(projects: readonly ProjectReference[]): Choice[] {
  const people = new Map(projects.flatMap((project) => project.members.map((one) => [one.id, one] as const)));
  return [...people.values()]
    .sort((a, b) => a.name.localeCompare(b.name, 'ja'))
    .map((person) => spaceChoice(person));
}

export function priorityChoices(reference: SpaceReference): Choice[] {
  return reference.priorities.map(spaceChoice);
}

export function resolutionChoices(reference: SpaceReference): Choice[] {
  return reference.resolutions.map(spaceChoice);
}

function spaceChoice({ id, name }: { id: number; name: string }): Choice {
  return { key: `id:${id}`, label: name, id, byProject: {} };
}

/** Keys of the projects that have no such value: their issues cannot get it. */
export function projectsWithout(choice: Choice, projects: readonly ProjectReference[]): string[] {
  if (choice.id !== null) return [];
  return projects
    .filter((project) => choice.byProject[String(project.id)] === undefined)
    .map((project) => project.projectKey);
}

export function choiceOfValue(value: ProjectValue): Choice {
  return { key: `name:${value.label}`, label: value.label, id: null, byProject: value.byProject };
}

export function choiceOfId(value: LabelledId): Choice {
  return { key: `id:${value.id}`, label: value.label, id: value.id, byProject: {} };
}

import type { LabelledId, ProjectValue } from './changes';
import type { DiffField, NamedValue, PlanBlock } from './plan';
import type { PlanProject, PlanReference } from './plan-reference';

/** A value found, or why the row is 実行不可. */
export type Found<T> = { value: T } | { block: PlanBlock };

const valuesOf = {
  status: (project: PlanProject) => project.statuses,
  milestone: (project: PlanProject) => project.milestones,
  category: (project: PlanProject) => project.categories,
};

/** Fields whose values have their own ids in every project. */
export type PerProjectField = keyof typeof valuesOf;

function notInProject(field: DiffField, label: string, project: PlanProject): { block: PlanBlock } {
  return { block: { code: 'VALUE_NOT_IN_PROJECT', values: { field, label, project: project.projectKey } } };
}

/** A value that is to be written: it must be mapped for the project and exist in it. */
export function writableValue(
  value: ProjectValue,
  field: PerProjectField,
  projectId: number,
  project: PlanProject,
): Found<NamedValue> {
  const id = value.byProject[String(projectId)];
  const found = valuesOf[field](project).find((candidate) => candidate.id === id);
  if (found === undefined) return notInProject(field, value.label, project);
  const { name, color } = found;
  return { value: color === undefined ? { id: found.id, name } : { id: found.id, name, color } };
}

/**
 * A value that is only looked for (`from` of a swap, `remove`). A project without it cannot hold it, so there is
 * nothing to do: null. When the issue holds something of that very name the mapping is incomplete, and the row is
 * 実行不可 instead of silently left alone.
 */
export function soughtValue(
  value: ProjectValue,
  field: PerProjectField,
  held: readonly NamedValue[],
  projectId: number,
  project: PlanProject,
): Found<NamedValue | null> {
  const id = value.byProject[String(projectId)];
  if (id !== undefined) return { value: held.find((candidate) => candidate.id === id) ?? null };
  return held.some((candidate) => candidate.name === value.label)
    ? notInProject(field, value.label, project)
    : { value: null };
}

/**
 * A value whose id is the same in the whole space. Priorities and resolutions must exist; a person who is not a
 * member is a warning, not a refusal.
 */
export function spaceValue(
  value: LabelledId,
  field: 'resolution' | 'assignee' | 'priority',
  reference: PlanReference,
  project: PlanProject,
): Found<NamedValue> {
  if (field === 'assignee') return { value: { id: value.id, name: value.label } };
  const known = field === 'priority' ? reference.priorities : reference.resolutions;
  const found = known.find((candidate) => candidate.id === value.id);
  if (found === undefined) return notInProject(field, value.label, project);
  return { value: { id: found.id, name: found.name } };
}

import type { LabelledId, ProjectValue } from './change-parts';
import type { NamedValue, PlanBlock } from './plan';
import type { PlanProject, PlanReference } from './plan-reference';

/** A value found, or why the row is 実行不可. */
export type Found<T> = { value: T } | { block: PlanBlock };

const valuesOf = {
  status: (project: PlanProject) => project.statuses,
  issueType: (project: PlanProject) => project.issueTypes,
  milestone: (project: PlanProject) => project.milestones,
  version: (project: PlanProject) => project.milestones,
  category: (project: PlanProject) => project.categories,
};

/** Fields whose values have their own ids in every project. */
export type PerProjectField = keyof typeof valuesOf;

/** Where the values of a field are looked up. */
export interface ValuePlace {
  /** What a refusal calls the field: a fixed field, or the name of a custom one. */
  field: string;
  candidates: readonly NamedValue[];
  projectId: number;
  project: PlanProject;
}

/** The values of a field in a project. */
export function placeOf(field: PerProjectField, projectId: number, project: PlanProject): ValuePlace {
  return { field, candidates: valuesOf[field](project), projectId, project };
}

export function notInProject(field: string, label: string, project: PlanProject): { block: PlanBlock } {
  return { block: { code: 'VALUE_NOT_IN_PROJECT', values: { field, label, project: project.projectKey } } };
}

/** A value that is to be written: it must be mapped for the project and exist in it. */
export function writableValue(value: ProjectValue, place: ValuePlace): Found<NamedValue> {
  const wanted = value.byProject[String(place.projectId)];
  const found = place.candidates.find((candidate) => candidate.id === wanted);
  if (found === undefined) return notInProject(place.field, value.label, place.project);
  const { id, name, color } = found;
  return { value: color === undefined ? { id, name } : { id, name, color } };
}

/**
 * A value that is only looked for (`from` of a swap, `remove`). A project without it cannot hold it, so there is
 * nothing to do: null. When the issue holds something of that very name the mapping is incomplete, and the row is
 * 実行不可 instead of silently left alone.
 */
export function soughtValue(
  value: ProjectValue,
  held: readonly NamedValue[],
  place: ValuePlace,
): Found<NamedValue | null> {
  const id = value.byProject[String(place.projectId)];
  if (id !== undefined) return { value: held.find((candidate) => candidate.id === id) ?? null };
  return held.some((candidate) => candidate.name === value.label)
    ? notInProject(place.field, value.label, place.project)
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

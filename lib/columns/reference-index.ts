import type { ProjectReference, SpaceReference } from './issue-row';

type Named = { id: number; name: string };

/** Look-ups by id over the reference data of a space. Built once per reference, not per row. */
export interface ReferenceIndex {
  projects: ReadonlyMap<number, ProjectReference>;
  issueTypes: ReadonlyMap<number, ProjectReference['issueTypes'][number]>;
  milestones: ReadonlyMap<number, ProjectReference['milestones'][number]>;
  categories: ReadonlyMap<number, Named>;
  /** Rank by Backlog's order, highest priority first. */
  priorities: ReadonlyMap<number, Named & { rank: number }>;
  /** A status of a project; ids 1–4 exist in each, under names of the project's own. */
  status(projectId: number, statusId: number): RankedStatus | undefined;
}

export interface RankedStatus {
  id: number;
  name: string;
  color: string;
  /** Comparable across projects. */
  rank: number;
}

/** Indexes the reference data. Values of projects that are not loaded are simply absent. */
export function indexReference(reference: Pick<SpaceReference, 'projects' | 'priorities'>): ReferenceIndex {
  const { projects } = reference;
  const statuses = new Map(projects.map((project) => [project.id, rankStatuses(project.statuses)]));
  return {
    projects: byId(projects),
    issueTypes: byId(projects.flatMap((project) => project.issueTypes)),
    milestones: byId(projects.flatMap((project) => project.milestones)),
    categories: byId(projects.flatMap((project) => project.categories)),
    priorities: byId(reference.priorities.map((priority, rank) => ({ ...priority, rank }))),
    status: (projectId, statusId) => statuses.get(projectId)?.get(statusId),
  };
}

function byId<T extends { id: number }>(values: readonly T[]): Map<number, T> {
  return new Map(values.map((value) => [value.id, value]));
}

/**
 * Display order, made comparable across projects: the default statuses 1–4 stand in every project in this order and
 * custom ones between them, so a custom status ranks by the default before it, then by its place after that.
 */
function rankStatuses(statuses: ProjectReference['statuses']): Map<number, RankedStatus> {
  let anchor = 0;
  let place = 0;
  return byId(
    statuses.map((status) => {
      const isDefault = status.id >= 1 && status.id <= 4;
      anchor = isDefault ? status.id : anchor;
      place = isDefault ? 0 : place + 1;
      return { ...status, rank: anchor * 100 + place };
    }),
  );
}

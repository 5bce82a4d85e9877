import type { PlanBlock } from '../plan';
import type { PlanProject, PlanReference } from '../plan-reference';
import type { Closure } from './closure-schema';

/** Numbers of a closure's side steps; the same in every revision, so that what a person decided about them stays. */
export const closureSteps = { create: 1, wiki: 2, archive: 3 } as const;

/** Stages of a closure. */
export const closureStages = { create: 0, issues: 1, report: 2, archive: 3 } as const;

/** The next milestone as a plan writes it; its days decide which due dates move. */
export interface NextPlace {
  /** Negative: what the step of that number creates. */
  id: number;
  label: string;
  startDate: string | null;
  dueDate: string | null;
  /** Why nothing can be carried over. */
  block: PlanBlock | null;
}

/** Where issues are carried over to. A milestone that is gone or archived is found when a row is planned. */
export function nextPlace({ next }: Closure, project: PlanProject): NextPlace {
  if (next === null) {
    const block: PlanBlock = { code: 'NEXT_MILESTONE_NEEDED', values: { project: project.projectKey } };
    return { id: -closureSteps.create, label: '', startDate: null, dueDate: null, block };
  }
  if (next.kind === 'existing') {
    const found = project.milestones.find(({ id }) => id === next.milestone.id);
    const { startDate = null, dueDate = null } = found ?? {};
    return { ...next.milestone, startDate, dueDate, block: null };
  }
  const { name, startDate, dueDate } = next;
  return { id: -closureSteps.create, label: name, startDate, dueDate, block: nameTaken(name, project) };
}

/** Backlog knows a name once per project, archived milestones included. */
export function nameTaken(name: string, project: PlanProject): PlanBlock | null {
  if (!project.milestones.some((milestone) => milestone.name === name)) return null;
  return { code: 'MILESTONE_NAME_TAKEN', values: { label: name, project: project.projectKey } };
}

/** Reference data in which the milestone that is going to be created is there already, under its number. */
export function withNext(reference: PlanReference, { projectId, next }: Closure): PlanReference {
  const project = reference.projects.get(projectId);
  if (project === undefined || next?.kind !== 'new') return reference;
  const { name, startDate, dueDate } = next;
  const made = { id: -closureSteps.create, name, archived: false, startDate, dueDate };
  const milestones = [...project.milestones, made];
  return {
    ...reference,
    projects: new Map([...reference.projects, [projectId, { ...project, milestones }]]),
  };
}

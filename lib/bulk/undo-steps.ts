import type { PlanBlock, PlanItem, PlanStep } from './plan';
import type { PlanReference } from './plan-reference';
import { stepItem } from './plan-steps';
import { type MilestoneImage, type StepImage, sameMilestone } from './step-image';

/** What a run did with one of its side steps. */
export interface StepToUndo {
  kind: 'step';
  plan: PlanItem & { step: PlanStep };
  /** `unknown` cannot be taken back: nobody knows what stands there. */
  outcome: 'applied' | 'unknown';
  before: StepImage | null;
  after: StepImage | null;
}

/** The milestones that each project has now, by project id. */
export type MilestonesNow = ReadonlyMap<number, readonly MilestoneImage[]>;

/** The row that takes a side step back, judged by the milestones that are there now. */
export function planStepUndo(
  item: StepToUndo,
  { milestones, reference }: { milestones: MilestonesNow; reference: PlanReference },
  stage: number,
): PlanItem {
  const { plan, before, after } = item;
  const { step } = plan;
  const place = { number: -plan.issueId, stage };
  const row: PlanItem = { ...stepItem(step, place), pile: 'unchanged', included: false };
  const blocked = (block: PlanBlock): PlanItem => ({ ...row, pile: 'blocked', blocks: [block] });
  if (item.outcome !== 'applied' || before === null || after === null) {
    return blocked({ code: 'NOT_TO_UNDO', values: {} });
  }
  const { projectId } = step;
  const all = milestones.get(projectId) ?? [];
  const changed: PlanBlock = { code: 'CHANGED_SINCE_RUN', values: { by: '', at: '' } };

  if (step.kind === 'createMilestone') {
    const ours = after.milestone;
    const now = all.find((one) => one.id === ours?.id);
    if (ours === null || now === undefined) return row;
    if (!sameMilestone(now, ours)) return blocked(changed);
    const undone = stepItem(
      { kind: 'deleteMilestone', projectId, milestoneId: ours.id, name: ours.name },
      place,
    );
    const warnings = [{ code: 'DELETES_MILESTONE', values: { milestone: ours.name } } as const];
    return { ...undone, pile: 'needsReview', included: false, warnings };
  }

  const stood = before.milestone;
  if (stood === null) return row;
  if (step.kind === 'deleteMilestone') {
    // Somebody has made one of that name since: Backlog takes no second.
    if (all.some((one) => one.name === stood.name)) return blocked(changed);
    const { name, startDate, dueDate } = stood;
    return stepItem({ kind: 'createMilestone', projectId, name, startDate, dueDate }, place);
  }

  const now = all.find((one) => one.id === stood.id);
  if (now === undefined) {
    const project = reference.projects.get(projectId)?.projectKey ?? '';
    return blocked({
      code: 'VALUE_NOT_IN_PROJECT',
      values: { field: 'milestone', label: stood.name, project },
    });
  }
  if (now.archived === stood.archived) return row;
  return stepItem(
    {
      kind: 'archiveMilestone',
      projectId,
      milestoneId: stood.id,
      name: now.name,
      archived: stood.archived,
    },
    place,
  );
}

import { isWikiStep, type MilestoneStep, type PlanBlock, type PlanItem, type PlanStep } from './plan';
import type { PlanReference } from './plan-reference';
import { stepItem } from './plan-steps';
import { type MilestoneImage, type StepImage, sameMilestone, type WikiImage } from './step-image';
import { changedSinceRun, type UndoRow } from './undo-row';
import { planWikiUndo } from './undo-wiki';

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

/** What is there now of what side steps were about. */
export interface StepsNow {
  milestones: MilestonesNow;
  /** Per project: the pages that steps made, and those whose name a page would get back. */
  wikis: ReadonlyMap<number, readonly WikiImage[]>;
  reference: PlanReference;
}

/** The row that takes a side step back, judged by what is there now. */
export function planStepUndo(item: StepToUndo, now: StepsNow, stage: number): PlanItem {
  const { plan, before, after } = item;
  const { step } = plan;
  const place = { number: -plan.issueId, stage };
  const nothing: PlanItem = { ...stepItem(step, place), pile: 'unchanged', included: false };
  const blocked = (block: PlanBlock): PlanItem => ({ ...nothing, pile: 'blocked', blocks: [block] });
  if (item.outcome !== 'applied' || before === null || after === null) {
    return blocked({ code: 'NOT_TO_UNDO', values: {} });
  }
  const row = { place, nothing, blocked };
  return isWikiStep(step)
    ? planWikiUndo(step, { before, after }, now.wikis.get(step.projectId) ?? [], row)
    : planMilestoneUndo(step, { before, after }, now, row);
}

function planMilestoneUndo(
  step: MilestoneStep,
  { before, after }: { before: StepImage; after: StepImage },
  { milestones, reference }: StepsNow,
  { place, nothing, blocked }: UndoRow,
): PlanItem {
  const { projectId } = step;
  const all = milestones.get(projectId) ?? [];

  if (step.kind === 'createMilestone') {
    const ours = after.milestone;
    const now = all.find((one) => one.id === ours?.id);
    if (ours === null || now === undefined) return nothing;
    if (!sameMilestone(now, ours)) return blocked(changedSinceRun);
    const undone = stepItem(
      { kind: 'deleteMilestone', projectId, milestoneId: ours.id, name: ours.name },
      place,
    );
    const warnings = [{ code: 'DELETES_MILESTONE', values: { milestone: ours.name } } as const];
    return { ...undone, pile: 'needsReview', included: false, warnings };
  }

  const stood = before.milestone;
  if (stood === null) return nothing;
  if (step.kind === 'deleteMilestone') {
    // Somebody has made one of that name since: Backlog takes no second.
    if (all.some((one) => one.name === stood.name)) return blocked(changedSinceRun);
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
  if (now.archived === stood.archived) return nothing;
  return stepItem(
    {
      kind: 'archiveMilestone',
      projectId,
      milestoneId: stood.id,
      name: now.name,
      archived: stood.archived,
      // Closing it once more follows the rule of closing.
      ...(stood.archived ? { afterSuccess: true } : {}),
    },
    place,
  );
}

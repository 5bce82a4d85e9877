import { OLD_RECORDS_TIMEZONE } from './issue-values';
import type { PlanItem } from './plan';
import type { PlanReference } from './plan-reference';
import { type IssueToUndo, type IssueUndoPlace, planIssueUndo } from './undo-issue';
import { planStepUndo, type StepsNow, type StepToUndo } from './undo-steps';

export type ItemToUndo = IssueToUndo | StepToUndo;

export interface UndoInput
  extends Pick<IssueUndoPlace, 'issues' | 'parents'>,
    Partial<Pick<IssueUndoPlace, 'timezone'>>,
    Pick<StepsNow, 'milestones'>,
    Partial<Pick<StepsNow, 'wikis'>> {
  /** In the order of the run's plan. */
  items: readonly ItemToUndo[];
  /** Of all projects, with the lists of every field that was written. */
  reference: PlanReference;
}

/**
 * The plan that takes a run back: pure, one row per item, in reverse order of the stages.
 *
 * Per field: as the run left it → the value from before comes back, lists as a whole; already as before → nothing to
 * do; anything else is somebody's later edit and stays. A row that can be taken back in part is 要確認, one that
 * cannot at all is 実行不可. What the run created is deleted only if a person includes that row, a milestone last.
 */
export function planUndo(input: UndoInput): PlanItem[] {
  const stageOf = reversedStages(input.items);
  const { milestones, wikis = new Map(), reference } = input;
  const now: StepsNow = { milestones, wikis, reference };
  const undoStep = (item: StepToUndo) => planStepUndo(item, now, stageOf(item.plan));
  const steps = input.items.flatMap((item) => (item.kind === 'step' ? [{ item, row: undoStep(item) }] : []));
  const place = afterSteps(input, steps);
  return input.items
    .map((item) => {
      if (item.kind === 'step') return undoStep(item);
      const stage = stageOf(item.plan);
      const row = planIssueUndo(item, place);
      return stage === 0 ? row : { ...row, stage };
    })
    .toSorted((a, b) => (a.stage ?? 0) - (b.stage ?? 0));
}

/** The last stage of the run becomes the first, 0; stages without items leave no gap. */
function reversedStages(items: readonly ItemToUndo[]): (row: PlanItem) => number {
  const stages = [...new Set(items.map(({ plan }) => plan.stage ?? 0))].sort((a, b) => b - a);
  return (row) => stages.indexOf(row.stage ?? 0);
}

/** The projects as the steps of the plan leave them for the rows of issues. */
function afterSteps(input: UndoInput, steps: readonly { item: StepToUndo; row: PlanItem }[]): IssueUndoPlace {
  const projects = new Map(input.reference.projects);
  const recreated = new Map<number, number>();
  for (const { item, row } of steps) {
    const project = projects.get(row.projectId);
    const { step } = row;
    if (project === undefined || step === undefined || row.pile !== 'change') continue;
    if (step.kind === 'createMilestone') {
      const former = item.before?.milestone;
      if (former) recreated.set(former.id, row.issueId);
      const milestones = [...project.milestones, { id: row.issueId, name: step.name, archived: false }];
      projects.set(row.projectId, { ...project, milestones });
    }
    if (step.kind === 'archiveMilestone' && !step.archived) {
      const milestones = project.milestones.map((one) =>
        one.id === step.milestoneId ? { ...one, archived: false } : one,
      );
      projects.set(row.projectId, { ...project, milestones });
    }
  }
  const { issues, parents, timezone = OLD_RECORDS_TIMEZONE } = input;
  return { issues, parents, timezone, recreated, reference: { ...input.reference, projects } };
}

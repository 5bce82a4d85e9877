import type { MilestoneImage, MilestoneStep, StepImage } from '@/lib/bulk';
import type { ItemReason } from './item-reason';
import type { StepIntent, StepParams } from './ledger-item';

export type StepDecision =
  | { kind: 'send'; params: StepParams; before: StepImage }
  /** Nothing is sent. */
  | { kind: 'end'; outcome: 'unchanged' }
  | { kind: 'end'; outcome: 'conflict' | 'rejected'; reason: ItemReason };

/**
 * What to do with a side step about a milestone, given the milestones of its project as they are right now. Which issues
 * hold it is judged by the caller: only Backlog can count issues.
 */
export function decideMilestone(step: MilestoneStep, milestones: readonly MilestoneImage[]): StepDecision {
  if (step.kind === 'createMilestone') {
    const { name, startDate, dueDate } = step;
    if (milestones.some((one) => one.name === name)) {
      return { kind: 'end', outcome: 'rejected', reason: { code: 'NAME_TAKEN' } };
    }
    const before = { milestone: null, known: milestones.map((one) => one.id) };
    return { kind: 'send', params: { name, startDate, releaseDueDate: dueDate }, before };
  }
  const milestone = milestones.find((one) => one.id === step.milestoneId);
  if (step.kind === 'archiveMilestone') {
    if (milestone === undefined) return { kind: 'end', outcome: 'rejected', reason: { code: 'GONE' } };
    if (milestone.archived === step.archived) return { kind: 'end', outcome: 'unchanged' };
    // Backlog wants the name; the present one, so that a renaming meanwhile stays.
    return {
      kind: 'send',
      params: { name: milestone.name, archived: step.archived },
      before: { milestone },
    };
  }
  if (milestone === undefined) return { kind: 'end', outcome: 'unchanged' };
  // Under another name it is something else to the people who use it.
  if (milestone.name !== step.name) {
    return { kind: 'end', outcome: 'conflict', reason: { code: 'CHANGED_MEANWHILE' } };
  }
  return { kind: 'send', params: {}, before: { milestone } };
}

export type StepFinding =
  | { kind: 'applied'; after: StepImage; createdId?: number }
  | { kind: 'notApplied' }
  /** What was to be changed does not exist any more. */
  | { kind: 'gone' };

/** Decides an open side step about a milestone by what Backlog shows now. */
export function findMilestone(
  step: MilestoneStep,
  { params, before }: StepIntent,
  milestones: readonly MilestoneImage[],
): StepFinding {
  if (step.kind === 'createMilestone') {
    const known = new Set(before.known);
    const milestone = milestones.find(
      (one) =>
        !known.has(one.id) &&
        one.name === params.name &&
        one.startDate === (params.startDate ?? null) &&
        one.dueDate === (params.releaseDueDate ?? null),
    );
    if (milestone === undefined) return { kind: 'notApplied' };
    return { kind: 'applied', after: { milestone }, createdId: milestone.id };
  }
  const milestone = milestones.find((one) => one.id === step.milestoneId);
  if (step.kind === 'deleteMilestone') {
    return milestone === undefined ? { kind: 'applied', after: { milestone: null } } : { kind: 'notApplied' };
  }
  if (milestone === undefined) return { kind: 'gone' };
  return milestone.archived === step.archived
    ? { kind: 'applied', after: { milestone } }
    : { kind: 'notApplied' };
}

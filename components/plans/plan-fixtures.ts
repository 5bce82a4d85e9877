import type { FieldDiff, NamedValue, PlanItem, PlanStep, PlanWarning } from './plan-data';

const value = (id: number, name: string): NamedValue => ({ id, name });
export const sato = value(1, '佐藤 美咲');
export const suzuki = value(2, '鈴木 健太');
export const sprint24 = value(24, 'Sprint 24');
export const sprint25 = value(25, 'Sprint 25');
export const release = value(30, 'リリース 3.0');

/** An included change of the assignee; `changes` says what is different. */
export function planItem(issueId: number, changes: Partial<PlanItem> = {}): PlanItem {
  return {
    issueId,
    issueKey: `WEB-${issueId}`,
    projectId: 1,
    summary: `課題 ${issueId}`,
    pile: 'change',
    included: true,
    diffs: [{ field: 'assignee', before: sato, after: suzuki }],
    params: { assigneeId: 2 },
    warnings: [],
    blocks: [],
    issueUpdated: '2026-11-20T05:00:00Z',
    ...changes,
  };
}

/** A row held back under these warnings. */
export function heldItem(issueId: number, ...warnings: PlanWarning[]): PlanItem {
  return planItem(issueId, { pile: 'needsReview', included: false, warnings });
}

export function milestoneSwap(before: NamedValue[], after: NamedValue[]): FieldDiff {
  return { field: 'milestone', before, after, merge: true, add: [sprint25], remove: [sprint24] };
}

/** The row of a side step. */
export function stepRow(number: number, step: PlanStep, stage = 0): PlanItem {
  return planItem(-number, { issueKey: '', summary: step.name, diffs: [], params: {}, stage, step });
}

import type { PlanItem, PlanStep } from './plan-data';

/** What one stage of a plan does, in the order of its rows. */
export type StagePart =
  | { kind: PlanStep['kind'] | 'reopenMilestone'; name: string }
  /** Issues whose fields change. */
  | { kind: 'issues'; count: number }
  /** Issues that get a comment and nothing else. */
  | { kind: 'comments'; count: number };

/**
 * Stage number → what it does: the rows that are included. Of a stage without any it is said why there is none: its rows
 * are left out, or cannot be carried out, or have nothing to do.
 */
export function stageContents(items: readonly PlanItem[]): ReadonlyMap<number, StageContent> {
  const stages = new Map<number, StageContent>();
  for (const item of items) {
    const content = stages.get(item.stage ?? 0) ?? { parts: [], blocked: [], idle: 'nothing' };
    stages.set(item.stage ?? 0, content);
    if (!item.included) {
      content.idle = moreTelling(content.idle, idleOf(item));
      if (item.pile === 'blocked') count(content.blocked, item);
      continue;
    }
    count(content.parts, item);
  }
  return stages;
}

function count(parts: StagePart[], item: PlanItem): void {
  const part = partOf(item);
  const known = 'count' in part ? parts.find(({ kind }) => kind === part.kind) : undefined;
  if (known && 'count' in known) known.count += 1;
  else parts.push(part);
}

const idleStates = ['nothing', 'blocked', 'leftOut'] as const;
/** Why a stage does nothing, from the least to the most that can be done about it. */
type Idle = (typeof idleStates)[number];

export interface StageContent {
  parts: StagePart[];
  /** What cannot be carried out. */
  blocked: StagePart[];
  idle: Idle;
}

function idleOf({ pile }: PlanItem): Idle {
  if (pile === 'unchanged') return 'nothing';
  return pile === 'blocked' ? 'blocked' : 'leftOut';
}

const moreTelling = (one: Idle, other: Idle): Idle =>
  idleStates.indexOf(one) < idleStates.indexOf(other) ? other : one;

function partOf({ step, diffs, pile }: PlanItem): StagePart {
  // What is blocked has no differences, whatever it was to do.
  const saysOnly = diffs.length === 0 && pile !== 'blocked';
  if (step === undefined) return { kind: saysOnly ? 'comments' : 'issues', count: 1 };
  const reopens = step.kind === 'archiveMilestone' && !step.archived;
  return { kind: reopens ? 'reopenMilestone' : step.kind, name: step.name };
}

/**
 * Stages (their places, from 1) of which none may fail, and the one that is left out otherwise; null where no stage has
 * such a condition.
 *
 * @param stages of the plan, in order
 */
export function heldStage(
  items: readonly PlanItem[],
  stages: readonly number[],
): { before: number[]; held: number } | null {
  const archive = items.find(
    ({ step, included }) => included && step?.kind === 'archiveMilestone' && step.afterSuccess === true,
  );
  const held = archive ? stages.indexOf(archive.stage ?? 0) + 1 : 0;
  if (held < 2) return null;
  return { before: Array.from({ length: held - 1 }, (_, index) => index + 1), held };
}

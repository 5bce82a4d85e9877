import type { PlanItem, PlanStep } from './plan-data';

/** What one stage of a plan does, in the order of its rows. */
export type StagePart =
  | { kind: PlanStep['kind'] | 'reopenMilestone'; name: string }
  /** Issues whose fields change. */
  | { kind: 'issues'; count: number }
  /** Issues that get a comment and nothing else. */
  | { kind: 'comments'; count: number };

/** Stage number → what it does. Rows that cannot be carried out, or have nothing to do, are not spoken of. */
export function stageContents(items: readonly PlanItem[]): ReadonlyMap<number, StagePart[]> {
  const stages = new Map<number, StagePart[]>();
  for (const item of items) {
    const parts = stages.get(item.stage ?? 0) ?? [];
    stages.set(item.stage ?? 0, parts);
    if (item.pile === 'blocked' || item.pile === 'unchanged') continue;
    const part = partOf(item);
    const known = 'count' in part ? parts.find(({ kind }) => kind === part.kind) : undefined;
    if (known && 'count' in known) known.count += 1;
    else parts.push(part);
  }
  return stages;
}

function partOf({ step, diffs }: PlanItem): StagePart {
  if (step === undefined) return { kind: diffs.length === 0 ? 'comments' : 'issues', count: 1 };
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
  const archive = items.find(({ step }) => step?.kind === 'archiveMilestone' && step.afterSuccess === true);
  const held = archive ? stages.indexOf(archive.stage ?? 0) + 1 : 0;
  if (held < 2) return null;
  return { before: Array.from({ length: held - 1 }, (_, index) => index + 1), held };
}

import type { PlanItem, WikiStep } from './plan';
import { stepItem } from './plan-steps';
import { type StepImage, sameWiki, type WikiImage } from './step-image';
import { changedSinceRun, type UndoRow } from './undo-row';

/**
 * The row that takes a step about a wiki page back. A page that the run made is deleted only while it is as Backlog
 * stored it then, and only if a person includes the row; one that a run deleted is made anew, without its history.
 *
 * @param pages of the project, as they are now: the page that was made, and those of the name that one would get back
 */
export function planWikiUndo(
  step: WikiStep,
  { before, after }: { before: StepImage; after: StepImage },
  pages: readonly WikiImage[],
  { place, nothing, blocked }: UndoRow,
): PlanItem {
  const { projectId } = step;
  if (step.kind === 'createWiki') {
    const ours = after.wiki ?? null;
    const now = pages.find((one) => one.id === ours?.id);
    if (ours === null || now === undefined) return nothing;
    if (!sameWiki(now, ours)) return blocked(changedSinceRun);
    const { id: wikiId, name, content } = ours;
    const undone = stepItem({ kind: 'deleteWiki', projectId, wikiId, name, content }, place);
    const warnings = [{ code: 'DELETES_WIKI', values: { wiki: name } } as const];
    return { ...undone, pile: 'needsReview', included: false, warnings };
  }
  const stood = before.wiki ?? null;
  if (stood === null) return nothing;
  const { name, content } = stood;
  if (pages.some((one) => one.name === name)) return blocked(changedSinceRun);
  return stepItem({ kind: 'createWiki', projectId, name, content }, place);
}

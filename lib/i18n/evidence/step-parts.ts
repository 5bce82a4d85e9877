import type { EvidenceItem } from '@/lib/actions/runs/evidence-schemas';
import { isWikiStep } from '@/lib/bulk/plan';
import type { StepImage } from '@/lib/bulk/step-image';
import { diffWords } from '../diff-words';
import type { Wording } from '../wording';
import { periodWords } from './operation-facts';
import type { Part } from './part';
import { undoWords } from './undo-words';

/** A side step: what it does, what was there before and after, and the text of a wiki page by itself. */
export function stepParts(wording: Wording, item: EvidenceItem): Part[] {
  const { t } = wording;
  const { step, stepBefore, stepAfter, result } = item;
  if (step === null) return [];
  const title = diffWords(wording).step(step);
  const planned =
    step.kind === 'createMilestone'
      ? t('evidence.step.withDates', {
          step: title,
          dates: periodWords(wording, step.startDate, step.dueDate),
        })
      : title;
  const undo = result === 'applied' ? undoWords(wording, item, null, true) : { undo: '', undoneBy: null };
  const main: Part = {
    field: t('runs.step'),
    before: stepBefore && { text: stepState(wording, stepBefore) },
    planned: { text: planned },
    after: stepAfter && { text: stepState(wording, stepAfter) },
    ...undo,
  };
  if (!isWikiStep(step)) return [main];
  const text: Part = {
    field: t('evidence.step.wikiContent'),
    before: contentOf(stepBefore),
    planned: step.kind === 'createWiki' ? { text: step.content } : null,
    after: contentOf(stepAfter),
    ...undo,
  };
  return [main, text];
}

function contentOf(image: StepImage | null): Part['before'] {
  return image?.wiki ? { text: image.wiki.content } : null;
}

/** A milestone or page at one moment. */
function stepState(wording: Wording, { milestone, wiki }: StepImage): string {
  const { t } = wording;
  if (wiki) return t('evidence.step.wiki', { name: wiki.name, id: String(wiki.id) });
  if (milestone === null) return t('common.none');
  const { id, name, startDate, dueDate, archived } = milestone;
  return t(`evidence.step.${archived ? 'archived' : 'milestone'}`, {
    name,
    id: String(id),
    dates: periodWords(wording, startDate, dueDate),
  });
}

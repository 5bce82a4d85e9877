import type { EvidenceItem } from '@/lib/actions/runs/evidence-schemas';
import type { DiffField } from '@/lib/bulk/plan';
import type { Wording } from '../wording';
import type { Part } from './part';

/**
 * Whether an undo can put a value back, or which plan has.
 *
 * @param field null: a side step as a whole
 * @param changed whether the run left something else than it found
 */
export function undoWords(
  { t }: Wording,
  { undone }: Pick<EvidenceItem, 'undone'>,
  field: DiffField | null,
  changed: boolean,
): Pick<Part, 'undo' | 'undoneBy'> {
  const by = undone.find(({ fields }) => field === null || fields.includes(field));
  if (by !== undefined) {
    return { undo: t('evidence.undo.done', { number: String(by.planNumber) }), undoneBy: by.planNumber };
  }
  return { undo: t(changed ? 'evidence.undo.yes' : 'evidence.undo.no'), undoneBy: null };
}

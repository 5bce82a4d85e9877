import type { EvidenceItem } from '@/lib/actions/runs/evidence-schemas';
import { itemReasonWords } from '../item-reason-words';
import { joinSentences } from '../join-texts';
import { planRowWords } from '../plan-row-words';
import type { Wording } from '../wording';

/**
 * Why a row stands as it does, also of rows that were never part of the run, and which warnings a person has taken
 * note of.
 *
 * @returns `already`: the line is about a field that had its value when the turn of the row came
 */
export function reasonOfRow(wording: Wording): (item: EvidenceItem, already: boolean) => string {
  const { t, locale } = wording;
  const ended = itemReasonWords(wording);
  const planned = planRowWords(wording);
  const warningsOf = ({ warnings }: EvidenceItem) => joinSentences(locale, warnings.map(planned.warning));
  const endOf = (item: EvidenceItem): string | null => {
    const { issueKey, reason, differs, diffs, step, result } = item;
    const about = { issueKey, reason, differs, diffs, ...(step === null ? {} : { step }) };
    const said = ended({ ...about, applied: result === 'applied' });
    if (said === null) return null;
    return said.code === null
      ? said.text
      : t('evidence.reason.withCode', { text: said.text, code: said.code });
  };
  return (item, already) => {
    switch (item.result) {
      case 'notNeeded':
        return t('evidence.reason.notNeeded');
      case 'blocked':
        return planned.block(item);
      case 'leftOut':
        return item.warnings.length === 0
          ? t('evidence.reason.leftOut')
          : t('evidence.reason.heldBack', { warnings: warningsOf(item) });
      case 'unchanged':
      case 'cancelled':
      case 'left':
        return joinSentences(locale, [endOf(item) ?? t(`evidence.reason.${item.result}`), despite(item)]);
      default:
        return joinSentences(locale, [
          endOf(item),
          already ? t('evidence.reason.already') : null,
          despite(item),
        ]);
    }
  };

  function despite(item: EvidenceItem): string | null {
    if (item.warnings.length === 0) return null;
    return t('evidence.reason.despite', { warnings: warningsOf(item) });
  }
}

import type { EvidenceHead, EvidenceItem } from '@/lib/actions/runs/evidence-schemas';
import type { Wording } from '../wording';
import { rowParts } from './line-parts';
import type { Part } from './part';
import { reasonOfRow } from './row-reason';

/** One line of a record: one field of one row of the plan. */
export interface EvidenceLine extends Omit<Part, 'already'> {
  /** Place of the row in the plan, from 1; the lines of a row share it. */
  number: number;
  /** Of the line among those of its row, from 0. */
  place: number;
  issueKey: string;
  summary: string;
  project: string;
  result: EvidenceItem['result'];
  resultText: string;
  /** Empty where everything went as planned. */
  reason: string;
  /** UTC instants. */
  sentAt: string | null;
  endedAt: string | null;
  attempts: number;
  /** What a later run did with the row. */
  later: string;
}

/** The lines of a record in words, row by row. */
export function evidenceLines(wording: Wording, head: EvidenceHead): (item: EvidenceItem) => EvidenceLine[] {
  const reasonOf = reasonOfRow(wording);
  const partsOf = rowParts(wording, head);
  return (item) => {
    const { issueKey, summary, result, sentAt, endedAt, attempts } = item;
    const row = {
      number: item.position + 1,
      issueKey,
      summary,
      project: projectOf(wording, head, item),
      result,
      resultText: resultWord(wording, result),
      sentAt,
      endedAt,
      attempts,
      later: laterWords(wording, item),
    };
    return partsOf(item).map(({ already, ...part }, place) => ({
      ...row,
      place,
      ...part,
      reason: reasonOf(item, already ?? false),
    }));
  };
}

/** The word for how a row stands. */
export function resultWord({ t }: Pick<Wording, 't'>, result: EvidenceItem['result']): string {
  switch (result) {
    case 'notNeeded':
      return t('common.pile.unchanged');
    case 'leftOut':
      return t('evidence.leftOut');
    case 'blocked':
      return t('common.pile.blocked');
    default:
      return t(`common.outcome.${result}`);
  }
}

function laterWords(wording: Wording, { takenUp }: EvidenceItem): string {
  if (takenUp === null) return '';
  const result = resultWord(wording, takenUp.result);
  return wording.t('evidence.later', { number: String(takenUp.planNumber), result });
}

/** Key of the project; a side step of a project without an issue in the plan has its id alone. */
function projectOf({ t }: Wording, { names }: EvidenceHead, { projectId, issueKey }: EvidenceItem): string {
  const known = names.project?.[projectId] ?? issueKey.replace(/-\d+$/, '');
  return known === '' ? t('plans.idOnly', { id: String(projectId) }) : known;
}

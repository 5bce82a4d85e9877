import { traitsOf } from './block-field';
import type { FieldDraft } from './draft';

/** Days that a change may set: a year half typed, like 0260, is none. */
export const FIRST_DAY = '1990-01-01';
export const LAST_DAY = '2199-12-31';
const MOST_VALUES = 50;
const MOST_OTHER = 255;
const MOST_HOURS = 99_999.99;
const MOST_NUMBER = 1e12;

/** Why what was typed cannot be sent; the sentences are `composer.limit.*`. */
export type DraftProblem =
  | { code: 'tooLong'; count: number; most: number }
  | { code: 'tooMany'; count: number; most: number }
  | { code: 'day' }
  | { code: 'notNumber' }
  | { code: 'hours'; most: number }
  | { code: 'numberRange'; most: number }
  | { code: 'decimals'; most: number }
  | { code: 'unstorable' };

/** The problem of a block; null when nothing is wrong with it, also while it is empty. */
export function problemOf(draft: FieldDraft): DraftProblem | null {
  if (draft.verb === 'clear') return null;
  switch (traitsOf(draft).editor) {
    case 'day':
      return draft.day === '' || isSettableDay(draft.day) ? null : { code: 'day' };
    case 'number':
      return numberProblem(draft);
    case 'text':
      return textProblem(draft.text, draft.key === 'comment' ? 50_000 : 100_000);
    case 'values':
    case 'people':
      if (draft.values.length > MOST_VALUES && draft.verb !== 'swap') {
        return { code: 'tooMany', count: draft.values.length, most: MOST_VALUES };
      }
      return otherProblem(draft);
    case 'value':
      return otherProblem(draft);
    case 'issue':
      return null;
  }
}

function otherProblem({ other, verb }: FieldDraft): DraftProblem | null {
  return typeof other === 'string' && takesOther(verb) ? textProblem(other, MOST_OTHER) : null;
}

/** Whether free text may go with a verb. */
export function takesOther(verb: FieldDraft['verb']): boolean {
  return verb === 'set' || verb === 'add';
}

/** Why a text cannot be sent; null when it can. */
export function textProblem(text: string, most: number): DraftProblem | null {
  const count = text.trim().length;
  if (count > most) return { code: 'tooLong', count, most };
  return text.includes('\u0000') || /\p{Cs}/u.test(text) ? { code: 'unstorable' } : null;
}

/** A calendar day in the range that changes may set. */
export function isSettableDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= FIRST_DAY && day <= LAST_DAY;
}

const numeral = /^-?\d{1,15}(?:\.(\d+))?$/;

/** A typed number, full width too; null when it is none. */
export function numberOf(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  return numeral.test(plain) ? Number(plain) : null;
}

function numberProblem(draft: FieldDraft): DraftProblem | null {
  if (draft.text.trim() === '') return null;
  const value = numberOf(draft.text);
  if (value === null) return { code: 'notNumber' };
  const isHours = draft.target === null;
  if (isHours && (value < 0 || value > MOST_HOURS)) return { code: 'hours', most: MOST_HOURS };
  if (Math.abs(value) > MOST_NUMBER) return { code: 'numberRange', most: MOST_NUMBER };
  const most = isHours ? 2 : 4;
  return decimalsOf(value) > most ? { code: 'decimals', most } : null;
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

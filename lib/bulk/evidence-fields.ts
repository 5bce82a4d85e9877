import { imageFields } from './field-image';
import { type FieldImage, type FieldValue, sameValue } from './issue-values';
import type { ConflictField } from './judge-field';
import { mergeList } from './merge-list';
import type { DiffField, FieldDiff, Outcome, PlanItem } from './plan';

/** How a row of an approved plan stands: an outcome of its run, not ended, or never part of the run. */
export type EvidenceResult =
  | Outcome
  | 'left'
  /** It had the values already when the plan was made. */
  | 'notNeeded'
  /** A person left it out, or nobody included it despite its warnings. */
  | 'leftOut'
  | 'blocked';

/** What the ledger of the run says of a row. */
export interface LedgerEntry {
  state: 'planned' | 'intent' | Outcome;
  /** Touched fields right before the write; null when nothing was ever begun. */
  before: FieldImage | null;
  /** The same fields as Backlog answered. */
  after: FieldImage | null;
  /** Of a conflict: what stood there instead. */
  conflicts: readonly ConflictField[];
}

/** One field of a row, from what it was to what it became. */
export interface EvidenceField {
  field: DiffField;
  /** Right before the write; where none was begun, as the plan was made from. */
  before: FieldValue;
  /** What was approved; left out for a field that went along, as custom fields do when the type changes. */
  planned?: FieldValue;
  /** What Backlog showed when the row ended; left out where nobody knows. */
  after?: FieldValue;
  /** It had its value when the turn of the row came: this field was not sent. */
  already?: true;
}

/** @param entry null: the row was not part of the run */
export function evidenceResult(
  { pile }: Pick<PlanItem, 'pile'>,
  entry: Pick<LedgerEntry, 'state'> | null,
): EvidenceResult {
  if (entry !== null) return entry.state === 'planned' || entry.state === 'intent' ? 'left' : entry.state;
  if (pile === 'unchanged') return 'notNeeded';
  return pile === 'blocked' ? 'blocked' : 'leftOut';
}

/** Every field that a row was about or has changed: the planned ones in their order, then those that went along. */
export function evidenceFields(
  { diffs }: Pick<PlanItem, 'diffs'>,
  entry: LedgerEntry | null,
): EvidenceField[] {
  if (entry === null) return diffs.map(({ field, before, after }) => ({ field, before, planned: after }));
  const { before, after } = entry;
  const planned = new Set<DiffField>(diffs.map((diff) => diff.field));
  const along = before === null ? [] : imageFields(before).filter((field) => !planned.has(field));
  return [
    ...diffs.map((diff) => plannedField(diff, entry)),
    ...along.map((field) => ({ field, before: before?.[field] ?? null, ...known(after?.[field]) })),
  ];
}

/** Whether a field now differs from before because of the run: what an undo would put back. */
export function wasChanged({ before, after, already }: EvidenceField): boolean {
  return after !== undefined && already === undefined && !sameValue(before, after);
}

function plannedField(diff: FieldDiff, entry: LedgerEntry): EvidenceField {
  const { state, conflicts } = entry;
  const { field } = diff;
  const written = entry.before?.[field];
  const own = { field, before: written ?? diff.before, planned: plannedValue(diff, written) };
  const found = conflicts.find((conflict) => conflict.field === field)?.now;
  if (state === 'conflict') return { ...own, ...known(found) };
  const isThere = state === 'unchanged' || (state === 'applied' && written === undefined);
  // Of a list that is merged into, only the added and removed values are known to be as planned.
  if (isThere) return { ...own, ...(isMerged(diff) ? {} : known(diff.after)), already: true };
  return state === 'applied' ? { ...own, ...known(entry.after?.[field]) } : own;
}

const isMerged = (diff: FieldDiff) => 'merge' in diff && diff.merge;

/** What was approved, merged into the list that the run found. */
function plannedValue(diff: FieldDiff, written: FieldValue | undefined): FieldValue {
  const merges = 'merge' in diff && diff.merge && Array.isArray(written);
  return merges ? mergeList(written, diff.add, diff.remove) : diff.after;
}

function known(value: FieldValue | undefined): { after?: FieldValue } {
  return value === undefined ? {} : { after: value };
}

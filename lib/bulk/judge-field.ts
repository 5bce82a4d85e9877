import {
  asList,
  asNamed,
  asNumber,
  asText,
  type FieldValue,
  idsOf,
  sameIds,
  sameValue,
} from './issue-values';
import { mergeList } from './merge-list';
import type { DiffField, FieldDiff, NamedValue } from './plan';

/** A touched field that is neither as planned nor at the target. `project` means the issue was moved. */
export interface ConflictField {
  field: DiffField | 'project';
  /** Value when the plan was made; issue key for `project`. */
  planned: FieldValue;
  now: FieldValue;
}

/** What a planned difference means for the value that stands there now. */
export type Judgement =
  | { kind: 'atTarget' }
  | { kind: 'send'; diff: FieldDiff }
  | { kind: 'conflict'; conflict: ConflictField };

type ListDiff = Extract<FieldDiff, { merge: boolean }>;

const atTarget: Judgement = { kind: 'atTarget' };

/** For values that are written as a whole. */
export function judgeWhole(diff: FieldDiff, now: FieldValue): Judgement {
  if (sameValue(now, diff.after)) return atTarget;
  if (sameValue(now, diff.before)) return { kind: 'send', diff: startingFrom(diff, now) };
  return { kind: 'conflict', conflict: { field: diff.field, planned: diff.before, now } };
}

/** For lists into which the change is merged. */
export function judgeMerge(diff: ListDiff, now: NamedValue[]): Judgement {
  const held = new Set(idsOf(now));
  // Only a swap both adds and removes.
  const isSwap = diff.add.length > 0 && diff.remove.length > 0;
  if (isSwap && !diff.remove.some((value) => held.has(value.id))) {
    if (diff.add.every((value) => held.has(value.id))) return atTarget;
    return { kind: 'conflict', conflict: { field: diff.field, planned: diff.before, now } };
  }
  const after = mergeList(now, diff.add, diff.remove);
  if (sameIds(idsOf(now), idsOf(after))) return atTarget;
  return { kind: 'send', diff: { ...diff, before: now, after } };
}

/** The same difference, from the value as it is called now. */
function startingFrom(diff: FieldDiff, now: FieldValue): FieldDiff {
  if ('merge' in diff) return { ...diff, before: asList(now) };
  if ('kind' in diff) {
    if (diff.kind === 'choice') return { ...diff, before: asNamed(now) };
    if (diff.kind === 'number') return { ...diff, before: asNumber(now) };
    return { ...diff, before: asText(now) };
  }
  switch (diff.field) {
    case 'dueDate':
    case 'startDate':
      return { ...diff, before: asText(now) };
    case 'estimatedHours':
    case 'actualHours':
      return { ...diff, before: asNumber(now) };
    default:
      return { ...diff, before: asNamed(now) };
  }
}

import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { imageOf } from './field-image';
import {
  dateValueOf,
  type FieldImage,
  type FieldValue,
  idsOf,
  listValueOf,
  namedValueOf,
  OLD_RECORDS_TIMEZONE,
  sameIds,
  sameValue,
} from './issue-values';
import { mergeList } from './merge-list';
import type { DiffField, FieldDiff, IssueUpdateParams, PlanItem } from './plan';
import { paramsOf } from './update-params';

/** A touched field that is neither as planned nor at the target. `project` means the issue was moved. */
export interface ConflictField {
  field: DiffField | 'project';
  /** Value when the plan was made; issue key for `project`. */
  planned: FieldValue;
  now: FieldValue;
}

export type Resolution =
  /** `expected`: the differences this write makes, `before` being the fresh value. `before`: image for undo. */
  | { kind: 'send'; params: IssueUpdateParams; expected: FieldDiff[]; before: FieldImage }
  | { kind: 'unchanged' }
  /** `by`: who wrote last, and when (UTC instant); null when Backlog does not say. */
  | { kind: 'conflict'; fields: ConflictField[]; by: { name: string; at: string } | null };

/**
 * Decides what to do with a planned row, given the issue as it is right now.
 *
 * A field already at its target needs nothing; a field still as planned is sent; anything else is a conflict, and one
 * conflict holds back the whole row. Lists with `merge` take the change into the fresh list and conflict only when the
 * `from` of a swap has gone and its `to` is not there. A comment is sent even when every field is at its target by
 * now: it was approved for this issue.
 *
 * @param timezone IANA zone of the space; matters for date values of old records only
 */
export function resolveAgainstFresh(
  item: PlanItem,
  fresh: BacklogIssue,
  timezone: string = OLD_RECORDS_TIMEZONE,
): Resolution {
  const by = fresh.updatedUser === null ? null : { name: fresh.updatedUser.name, at: fresh.updated };
  if (fresh.projectId !== item.projectId) {
    return {
      kind: 'conflict',
      fields: [{ field: 'project', planned: item.issueKey, now: fresh.issueKey }],
      by,
    };
  }

  const judged = item.diffs.map((diff) => judge(diff, fresh, timezone));
  const conflicts = judged.flatMap((one) => (one.kind === 'conflict' ? [one.conflict] : []));
  if (conflicts.length > 0) return { kind: 'conflict', fields: conflicts, by };

  const expected = judged.flatMap((one) => (one.kind === 'send' ? [one.diff] : []));
  const { comment } = item.params;
  if (expected.length === 0 && comment === undefined) return { kind: 'unchanged' };
  const fields = expected.map((diff) => diff.field);
  return {
    kind: 'send',
    params: paramsOf(expected, comment),
    expected,
    before: imageOf(fresh, fields, timezone),
  };
}

type Judgement =
  | { kind: 'atTarget' }
  | { kind: 'send'; diff: FieldDiff }
  | { kind: 'conflict'; conflict: ConflictField };

const atTarget: Judgement = { kind: 'atTarget' };

function judge(diff: FieldDiff, fresh: BacklogIssue, timezone: string): Judgement {
  switch (diff.field) {
    case 'dueDate':
    case 'startDate': {
      const now = dateValueOf(fresh, diff.field, timezone);
      return judgeWhole(diff, now) ?? { kind: 'send', diff: { ...diff, before: now } };
    }
    case 'milestone':
    case 'category': {
      const now = listValueOf(fresh, diff.field);
      if (diff.merge) return judgeMerge(diff, now);
      return judgeWhole(diff, now) ?? { kind: 'send', diff: { ...diff, before: now } };
    }
    default: {
      const now = namedValueOf(fresh, diff.field);
      return judgeWhole(diff, now) ?? { kind: 'send', diff: { ...diff, before: now } };
    }
  }
}

/** For values that are written as a whole; null means "still as planned". */
function judgeWhole(diff: FieldDiff, now: FieldValue): Judgement | null {
  if (sameValue(now, diff.after)) return atTarget;
  if (sameValue(now, diff.before)) return null;
  return { kind: 'conflict', conflict: { field: diff.field, planned: diff.before, now } };
}

type ListDiff = Extract<FieldDiff, { merge: boolean }>;

function judgeMerge(diff: ListDiff, now: ListDiff['before']): Judgement {
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

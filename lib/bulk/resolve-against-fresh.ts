import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { customFieldIdOf, customFieldKey, customFieldOn, otherValueKey } from './custom-values';
import { imageOf } from './field-image';
import {
  asList,
  type FieldImage,
  fieldValueOf,
  type IssueKeys,
  isEmpty,
  OLD_RECORDS_TIMEZONE,
} from './issue-values';
import { type ConflictField, type Judgement, judgeMerge, judgeWhole } from './judge-field';
import { namedDiff } from './named-diff';
import {
  type DiffField,
  type FieldDiff,
  type IssueUpdateParams,
  isCustomFieldKey,
  type PlanItem,
} from './plan';
import { paramsOf } from './update-params';

export type Resolution =
  /** `expected`: the differences this write makes, `before` being the fresh value. `before`: image for undo. */
  | { kind: 'send'; params: IssueUpdateParams; expected: FieldDiff[]; before: FieldImage }
  | { kind: 'unchanged' }
  /** `by`: as `editorSince` tells it. */
  | { kind: 'conflict'; fields: ConflictField[]; by: { name: string; at: string } | null };

/**
 * Decides what to do with a planned row, given the issue as it is right now.
 *
 * A field already at its target needs nothing; a field still as planned is sent; anything else is a conflict, and one
 * conflict holds back the whole row. Lists with `merge` take the change into the fresh list and conflict only when the
 * `from` of a swap has gone and its `to` is not there. A custom field that the issue no longer has is a conflict. A
 * comment is sent even when every field is at its target by now: it was approved for this issue.
 *
 * @param timezone IANA zone of the space; matters for date values of old records only
 */
export function resolveAgainstFresh(
  item: PlanItem,
  fresh: BacklogIssue,
  timezone: string = OLD_RECORDS_TIMEZONE,
): Resolution {
  const by = editorSince(item, fresh);
  if (fresh.projectId !== item.projectId) {
    return {
      kind: 'conflict',
      fields: [{ field: 'project', planned: item.issueKey, now: fresh.issueKey }],
      by,
    };
  }

  const keyOf = keysOf(item.diffs);
  const judged = item.diffs.map((diff) => judge(diff, item, fresh, timezone, keyOf));
  const conflicts = judged.flatMap((one) => (one.kind === 'conflict' ? [one.conflict] : []));
  if (conflicts.length > 0) return { kind: 'conflict', fields: conflicts, by };

  const expected = judged.flatMap((one) => (one.kind === 'send' ? [one.diff] : []));
  const { comment, notifiedUserId } = item.params;
  if (expected.length === 0 && comment === undefined) return { kind: 'unchanged' };
  const fields = [...expected.map((diff) => diff.field), ...lostWithType(expected, fresh, timezone)];
  const said = {
    ...(comment === undefined ? {} : { comment }),
    ...(notifiedUserId === undefined ? {} : { notifiedUserId }),
  };
  return {
    kind: 'send',
    params: paramsOf(expected, said),
    expected,
    before: imageOf(fresh, fields, timezone, keyOf),
  };
}

/**
 * Who wrote the issue last, and when (UTC instant), if that was after the plan saw it; null when Backlog does not say.
 * What an issue refers to may be deleted without any edit of the issue: its last editor has nothing to do with that.
 */
export function editorSince(
  { issueUpdated }: Pick<PlanItem, 'issueUpdated'>,
  { updated, updatedUser }: BacklogIssue,
): { name: string; at: string } | null {
  return updatedUser === null || updated === issueUpdated ? null : { name: updatedUser.name, at: updated };
}

function judge(
  diff: FieldDiff,
  item: PlanItem,
  fresh: BacklogIssue,
  timezone: string,
  keyOf: IssueKeys,
): Judgement {
  const now = fieldValueOf(fresh, diff.field, timezone, keyOf);
  if (hasGone(diff, item, fresh)) {
    return { kind: 'conflict', conflict: { field: diff.field, planned: diff.before, now } };
  }
  return 'merge' in diff && diff.merge ? judgeMerge(diff, asList(now)) : judgeWhole(diff, now);
}

/** Whether the issue lost a custom field, which a change of its type does. Before our own change it need not have it. */
function hasGone({ field }: FieldDiff, { diffs }: PlanItem, fresh: BacklogIssue): boolean {
  if (!isCustomFieldKey(field) || customFieldOn(fresh, customFieldIdOf(field)) !== undefined) return false;
  const typeChange = namedDiff(diffs, 'issueType');
  return typeChange === undefined || fresh.issueType.id === typeChange.after?.id;
}

/** Another type may not have the custom fields that are filled now: undo needs their values. */
function lostWithType(expected: readonly FieldDiff[], fresh: BacklogIssue, timezone: string): DiffField[] {
  if (!expected.some((diff) => diff.field === 'issueType')) return [];
  return fresh.customFields
    .flatMap(({ id }) => [customFieldKey(id), otherValueKey(id)])
    .filter((key) => !isEmpty(fieldValueOf(fresh, key, timezone)));
}

/** Keys of parents that the plan named. */
function keysOf(diffs: readonly FieldDiff[]): IssueKeys {
  const move = namedDiff(diffs, 'parent');
  return (id) => [move?.before, move?.after].find((parent) => parent?.id === id)?.name;
}

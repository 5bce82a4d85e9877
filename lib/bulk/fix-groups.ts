import { type ChangeKey, changeKey } from './change-key';
import type { Change } from './changes';
import { canonicalJson } from './digest';
import type { RowFix } from './plan';

/** The same changes for several issues: thousands of fixes travel and are read as one. */
export interface FixGroup {
  issueIds: number[];
  changes: Change[];
  adds?: true;
}

/** Fixes to take back: these fields, or everything that was added for the issue. */
export interface FixRemoval {
  issueIds: number[];
  fields?: string[];
}

/** Fixes by their changes, in the order in which these first come. */
export function groupFixes(fixes: readonly RowFix[]): FixGroup[] {
  const groups = new Map<string, FixGroup>();
  for (const { issueId, ...same } of fixes) {
    const key = canonicalJson(same);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { issueIds: [issueId], ...same });
    else known.issueIds.push(issueId);
  }
  return [...groups.values()];
}

/**
 * One fix per issue; of two changes of one field the later counts.
 *
 * @param rows issues of the plan: any other one takes part because of its fix
 */
export function addFixes(
  known: readonly RowFix[],
  given: readonly FixGroup[],
  rows: ReadonlySet<number>,
): RowFix[] {
  const byIssue = new Map(known.map((fix) => [fix.issueId, fix]));
  for (const { issueIds, changes } of given) {
    for (const issueId of issueIds) {
      const before = byIssue.get(issueId);
      const merged = new Map<ChangeKey, Change>();
      for (const change of [...(before?.changes ?? []), ...changes]) merged.set(changeKey(change), change);
      const adds = before?.adds ?? !rows.has(issueId);
      byIssue.set(issueId, { issueId, changes: [...merged.values()], ...(adds ? { adds } : {}) });
    }
  }
  return [...byIssue.values()];
}

/** Without what is taken back. An issue that has nothing left to do here takes part no longer. */
export function takeBackFixes(known: readonly RowFix[], removals: readonly FixRemoval[]): RowFix[] {
  const all = new Set<number>();
  const fields = new Map<number, Set<string>>();
  for (const removal of removals) {
    for (const id of removal.issueIds) {
      if (removal.fields === undefined) all.add(id);
      else fields.set(id, new Set([...(fields.get(id) ?? []), ...removal.fields]));
    }
  }
  return known.flatMap((fix) => {
    if (all.has(fix.issueId)) return [];
    const gone = fields.get(fix.issueId);
    const changes = fix.changes.filter((change) => !gone?.has(changeKey(change)));
    const idle = fix.adds ? isSilent(changes) : changes.length === 0;
    return idle ? [] : [{ ...fix, changes }];
  });
}

/** Whether changes alter nothing: being told is no change. */
export function isSilent(changes: readonly Change[]): boolean {
  return changes.every((change) => change.field === 'notify');
}

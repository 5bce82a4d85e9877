import { changeKey } from '@/lib/bulk/change-key';
import { canonicalJson } from '@/lib/bulk/digest';
import { namedDiff } from '@/lib/bulk/named-diff';
import type { Change, FixGroup, FixRemoval, PlanItem } from './plan-data';

/** One thing that a person added to a plan, and what takes it back. */
export interface FixLine {
  key: string;
  /** Null: issues that take part because of their fixes. */
  change: Change | null;
  issueIds: number[];
  removal: FixRemoval;
}

/** Whom to tell is chosen, shown and changed elsewhere. */
const isShown = (change: Change) => change.field !== 'notify';

/** What was added to a plan, by what it does. */
export function fixLines(fixes: readonly FixGroup[]): FixLine[] {
  const added = fixes.flatMap((fix) => (fix.adds ? fix.issueIds : []));
  const lines = new Map<string, FixLine>();
  for (const { issueIds, changes, adds } of fixes) {
    if (adds) continue;
    for (const change of changes.filter(isShown)) {
      const key = canonicalJson(change);
      const ids = [...(lines.get(key)?.issueIds ?? []), ...issueIds];
      lines.set(key, {
        key,
        change,
        issueIds: ids,
        removal: { issueIds: ids, fields: [changeKey(change)] },
      });
    }
  }
  const join: FixLine[] =
    added.length === 0 ? [] : [{ key: 'added', change: null, issueIds: added, removal: { issueIds: added } }];
  return [...join, ...lines.values()];
}

/** What was added for each issue, without whom to tell. */
export function fixesByIssue(fixes: readonly FixGroup[]): ReadonlyMap<number, FixGroup> {
  const byIssue = new Map<number, FixGroup>();
  for (const { issueIds, changes, ...rest } of fixes) {
    const shown = changes.filter(isShown);
    if (shown.length === 0) continue;
    for (const id of issueIds) byIssue.set(id, { issueIds: [id], changes: shown, ...rest });
  }
  return byIssue;
}

/** Fixes with the names that Backlog gives this person: a rule knows a resolution by its number. */
export function withNames(fixes: readonly FixGroup[], items: readonly PlanItem[]): FixGroup[] {
  const names = new Map(
    items.flatMap(({ diffs }) => {
      const after = namedDiff(diffs, 'resolution')?.after;
      return after ? [[after.id, after.name] as const] : [];
    }),
  );
  const named = (change: Change): Change => {
    if (change.field !== 'resolution' || change.verb !== 'set') return change;
    const { id, label } = change.to;
    return { ...change, to: { id, label: names.get(id) ?? label } };
  };
  return fixes.map((fix) => ({ ...fix, changes: fix.changes.map(named) }));
}

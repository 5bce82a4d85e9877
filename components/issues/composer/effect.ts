import { type ChangeKey, changeKey } from '@/lib/bulk/change-key';
import type { Change } from '@/lib/bulk/changes';
import { namedDiff } from '@/lib/bulk/named-diff';
import type { DiffField, FieldDiff, NamedValue, PileCounts } from '@/lib/bulk/plan';
import { planBulkUpdate } from '@/lib/bulk/plan-bulk-update';
import { type FieldChange, type PlanSubject, planField } from '@/lib/bulk/plan-field';
import type { IssueRow, ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import { planReferenceOf, rowAsIssue } from './row-as-issue';

/** What one change does to the selected rows, whatever the other changes do. */
export interface FieldEffect {
  /** Null when the rows do not carry the values of the field: the preview counts them. */
  changed: number | null;
  same: number;
  /** Issues that cannot get the value, by project key. */
  lacking: ReadonlyMap<string, number>;
}

/** What all changes together do to the selected rows. The four piles and `open` add up to `total`. */
export interface Effect {
  total: number;
  piles: PileCounts;
  /** Rows of which only the preview can tell whether anything changes. */
  open: number;
  fields: ReadonlyMap<ChangeKey, FieldEffect>;
}

/** Proposed new values of one row, by field. */
export type Proposal = ReadonlyMap<DiffField, FieldDiff>;

/** Plans rows in the browser by the rules of `lib/bulk`, without reading anything again. */
export interface Forecast {
  effect: (rows: readonly IssueRow[]) => Effect;
  /** Null when nothing of the row would change. */
  proposal: (row: IssueRow) => Proposal | null;
}

/** Rows know neither custom fields nor what the parent of an issue may be. */
const isUncounted = (field: string) =>
  field === 'custom' || field === 'parent' || field.startsWith('customField_');

export function createForecast(
  reference: SpaceReference,
  changes: readonly Change[],
  canWrite: boolean,
): Forecast {
  const projects = new Map(reference.projects.map((project) => [project.id, project]));
  const planReference = planReferenceOf(reference);
  const proposals = new WeakMap<IssueRow, Proposal | { none: true }>();
  const someUncounted = changes.some((change) => isUncounted(change.field));
  const plan = (rows: readonly IssueRow[]) =>
    planBulkUpdate({
      issues: rows.map((row) => rowAsIssue(row, projects, reference)),
      parents: new Map(),
      missingIds: [],
      changes,
      reference: planReference,
      actorCanWrite: canWrite,
      timezone: reference.timezone,
    });

  return {
    effect: (rows) => {
      const piles: PileCounts = { change: 0, unchanged: 0, needsReview: 0, blocked: 0 };
      let open = 0;
      let written = 0;
      for (const { pile, diffs } of plan(rows)) {
        const isKnown = pile === 'blocked' || diffs.some((diff) => !isUncounted(diff.field));
        if (someUncounted && !isKnown) open += 1;
        else piles[pile] += 1;
        if (pile === 'change' || pile === 'needsReview') written += 1;
      }
      const said: FieldEffect = someUncounted
        ? { changed: null, same: 0, lacking: new Map() }
        : { changed: written, same: rows.length - written, lacking: new Map() };
      const fields = new Map<ChangeKey, FieldEffect>();
      for (const change of changes) {
        const isSaid = change.field === 'comment' || change.field === 'notify';
        fields.set(changeKey(change), isSaid ? said : fieldEffect(change, rows));
      }
      return { total: rows.length, piles, open, fields };
    },
    proposal: (row) => {
      let known = proposals.get(row);
      if (known === undefined) {
        const diffs = plan([row])[0]?.diffs ?? [];
        known = diffs.length === 0 ? { none: true } : new Map(diffs.map((diff) => [diff.field, diff]));
        proposals.set(row, known);
      }
      return 'none' in known ? null : known;
    },
  };

  /** Custom fields are judged by the type that the issue is going to have. */
  function typeAfter(subject: PlanSubject): NamedValue {
    const change = changes.find((one) => one.field === 'issueType');
    const diffs = change ? planField(change, subject).diffs : [];
    return namedDiff(diffs, 'issueType')?.after ?? subject.issue.issueType;
  }

  function fieldEffect(change: FieldChange, rows: readonly IssueRow[]): FieldEffect {
    const lacking = new Map<string, number>();
    let changed = 0;
    let same = 0;
    for (const row of rows) {
      const project = planReference.projects.get(row.projectId);
      if (!project) continue;
      const issue = rowAsIssue(row, projects, reference);
      const subject = { issue, project, reference: planReference, timezone: reference.timezone };
      const { diffs, blocks } = planField(change, { ...subject, issueType: typeAfter(subject) });
      if (blocks.length > 0) lacking.set(project.projectKey, (lacking.get(project.projectKey) ?? 0) + 1);
      else if (diffs.length > 0) changed += 1;
      else same += 1;
    }
    return isUncounted(change.field) ? { changed: null, same: 0, lacking } : { changed, same, lacking };
  }
}

/** Selected issues per project key, most first. */
export function countByProject(
  rows: readonly IssueRow[],
  projects: readonly ProjectReference[],
): { projectKey: string; count: number }[] {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.projectId, (counts.get(row.projectId) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({
      projectKey: projects.find((project) => project.id === id)?.projectKey ?? String(id),
      count,
    }))
    .sort((a, b) => b.count - a.count);
}

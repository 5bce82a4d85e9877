import type { Change, ChangeField } from '@/lib/bulk/changes';
import type { DiffField, FieldDiff, PileCounts } from '@/lib/bulk/plan';
import { planBulkUpdate } from '@/lib/bulk/plan-bulk-update';
import { planField } from '@/lib/bulk/plan-field';
import type { PlanReference } from '@/lib/bulk/plan-reference';
import type { IssueRow, ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import { planReferenceOf, rowAsIssue } from './row-as-issue';

/** What one change does to the selected rows, whatever the other changes do. */
export interface FieldEffect {
  changed: number;
  same: number;
  /** Issues that cannot get the value, by project key. */
  lacking: ReadonlyMap<string, number>;
}

/** What all changes together do to the selected rows. The four piles add up to `total`. */
export interface Effect {
  total: number;
  piles: PileCounts;
  fields: ReadonlyMap<ChangeField, FieldEffect>;
}

/** Proposed new values of one row, by field. */
export type Proposal = ReadonlyMap<DiffField, FieldDiff>;

/** Plans rows in the browser by the rules of `lib/bulk`, without reading anything again. */
export interface Forecast {
  effect: (rows: readonly IssueRow[]) => Effect;
  /** Null when nothing of the row would change. */
  proposal: (row: IssueRow) => Proposal | null;
}

export function createForecast(
  reference: SpaceReference,
  changes: readonly Change[],
  canWrite: boolean,
): Forecast {
  const projects = new Map(reference.projects.map((project) => [project.id, project]));
  const planReference = planReferenceOf(reference);
  const proposals = new WeakMap<IssueRow, Proposal | { none: true }>();
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
      let commented = 0;
      for (const item of plan(rows)) {
        piles[item.pile] += 1;
        if (item.params.comment !== undefined) commented += 1;
      }
      const fields = new Map<ChangeField, FieldEffect>();
      for (const change of changes) {
        fields.set(
          change.field,
          change.field === 'comment'
            ? { changed: commented, same: rows.length - commented, lacking: new Map() }
            : fieldEffect(change, rows, projects, reference, planReference),
        );
      }
      return { total: rows.length, piles, fields };
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
}

function fieldEffect(
  change: Exclude<Change, { field: 'comment' }>,
  rows: readonly IssueRow[],
  projects: ReadonlyMap<number, ProjectReference>,
  reference: SpaceReference,
  planReference: PlanReference,
): FieldEffect {
  const lacking = new Map<string, number>();
  let changed = 0;
  let same = 0;
  for (const row of rows) {
    const project = planReference.projects.get(row.projectId);
    if (!project) continue;
    const issue = rowAsIssue(row, projects, reference);
    const { diff, blocks } = planField(change, {
      issue,
      project,
      reference: planReference,
      timezone: reference.timezone,
    });
    if (blocks.length > 0) lacking.set(project.projectKey, (lacking.get(project.projectKey) ?? 0) + 1);
    else if (diff) changed += 1;
    else same += 1;
  }
  return { changed, same, lacking };
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

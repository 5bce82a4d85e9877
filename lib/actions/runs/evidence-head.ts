import { and, asc, eq, notInArray } from 'drizzle-orm';
import type { Operation, PileCounts } from '@/lib/bulk';
import type { IssueFilter } from '@/lib/columns/issue-filter';
import { type IdListKey, issueFilterFields } from '@/lib/columns/issue-filter-fields';
import { issueFilterSchema } from '@/lib/columns/issue-filter-schema';
import { audit, plans } from '@/lib/db/schema';
import { AppError } from '@/lib/errors';
import { type RunRow, selectionSchema, storedFixes, storedOperation } from '@/lib/runs';
import type { ActionContext } from '../context';
import { namesInPlan } from './evidence-names';
import type { EvidenceHead, NamedKind, RunEvent } from './evidence-schemas';
import type { PlanOfRun } from './load-run';
import { relatedRuns } from './related-runs';
import { countOutcomes } from './run-counts';
import { runSummary } from './run-summary';

const mostEvents = 200;

/**
 * What a record of a run says above its rows: what was selected, decided and approved, by whom and when, and what
 * happened to the run as a whole. Asks Backlog nothing.
 */
export async function evidenceHead(ctx: ActionContext, run: RunRow, plan: PlanOfRun): Promise<EvidenceHead> {
  const { db, actor, clock } = ctx;
  const [row] = await db.select().from(plans).where(eq(plans.id, plan.id));
  if (row === undefined) throw new AppError('NOT_FOUND');
  const operation = storedOperation(row.operation);
  const selection = selectionOf(row.selection, row.totalCount);
  const [countsOf, related, events, names] = await Promise.all([
    countOutcomes(db, [run.id]),
    relatedRuns(ctx, run, plan),
    runEvents(ctx, run.id),
    namesInPlan(db, plan.id, ['project', 'assignee', ...namedIn(selection, operation)]),
  ]);
  return {
    at: clock.now().toISOString(),
    spaceHost: actor.spaceHost,
    timezone: row.timezone,
    run: runSummary(run, plan, countsOf(run.id)),
    plan: {
      revision: row.revision,
      digest: row.digest,
      createdBy: row.createdBy,
      createdAt: row.createdAt.toISOString(),
      actorType: row.actorType,
      operation,
      fixedIssues: new Set(storedFixes(row.fixes).map((fix) => fix.issueId)).size,
      // Written by `contentOf` alone, which makes exactly these.
      counts: row.counts as PileCounts,
      includedCount: row.includedCount,
    },
    selection,
    names,
    ...related,
    events,
  };
}

function selectionOf(stored: unknown, rows: number): EvidenceHead['selection'] {
  const selection = selectionSchema.parse(stored);
  if (selection.kind === 'ids') return { kind: 'ids', count: selection.ids.length || rows };
  const filter = issueFilterSchema.safeParse(selection.filter);
  return {
    kind: 'allMatching',
    count: selection.countSeen,
    filter: filter.success ? filter.data : null,
  };
}

const kindOfList: Partial<Record<IdListKey, NamedKind>> = {
  statusIds: 'status',
  milestoneIds: 'milestone',
  categoryIds: 'category',
  issueTypeIds: 'issueType',
  priorityIds: 'priority',
};

/** What is named by id alone, beside projects and people. */
function namedIn(selection: EvidenceHead['selection'], operation: Operation | null): NamedKind[] {
  const filter: Partial<IssueFilter> =
    selection.kind === 'allMatching' && selection.filter !== null ? selection.filter : {};
  const scope: Partial<Record<IdListKey, readonly unknown[]>> =
    operation !== null && 'scope' in operation ? operation.scope : {};
  const isNamed = (key: IdListKey) => (filter[key]?.length ?? 0) + (scope[key]?.length ?? 0) > 0;
  return Object.values(issueFilterFields).flatMap((field) => {
    const kind = field.kind === 'ids' && isNamed(field.key) ? kindOfList[field.key] : undefined;
    return kind === undefined ? [] : [kind];
  });
}

const kindOfEvent: Record<string, RunEvent['kind']> = {
  'run.paused': 'paused',
  'run.resumed': 'resumed',
  'run.paceSet': 'paceSet',
  'run.retried': 'retried',
  'run.settled': 'settled',
  'run.itemLost': 'itemLost',
  'run.cancelled': 'cancelled',
  'run.ended': 'ended',
};

async function runEvents({ db, actor }: ActionContext, runId: string): Promise<RunEvent[]> {
  const rows = await db
    .select({ at: audit.at, event: audit.event, data: audit.data })
    .from(audit)
    .where(
      and(
        eq(audit.subjectId, runId),
        eq(audit.spaceHost, actor.spaceHost),
        eq(audit.userId, actor.userId),
        notInArray(audit.event, ['run.item', 'plan.approved']),
      ),
    )
    .orderBy(asc(audit.at))
    .limit(mostEvents);
  return rows.flatMap(({ at, event, data }) => {
    const kind = kindOfEvent[event];
    if (kind === undefined) return [];
    // Written by the engine alone, which makes exactly these.
    const { pace, positions, issueKey } = data as { pace?: string; positions?: number[]; issueKey?: string };
    return [
      {
        at: at.toISOString(),
        kind,
        ...(pace === undefined ? {} : { pace }),
        ...(positions === undefined ? {} : { count: positions.length }),
        ...(issueKey ? { issueKey } : {}),
      },
    ];
  });
}

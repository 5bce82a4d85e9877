import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { type FieldImage, imageFields, type PlanItem, type StepImage } from '@/lib/bulk';
import { evidenceFields, evidenceResult, type LedgerEntry } from '@/lib/bulk/evidence-fields';
import type { Database } from '@/lib/db';
import { planItems, runItems } from '@/lib/db/schema';
import { storedImage, storedItem, storedReason, storedStepImage } from '@/lib/runs';
import type { EvidenceItem } from './evidence-schemas';
import type { RelatedRun } from './run-schemas';

interface EvidenceSource {
  run: { id: string; planId: string };
  /** Runs that take this one back or up again, the latest first. */
  followers: readonly RelatedRun[];
}

type LedgerRow = typeof runItems.$inferSelect;

/** Rows of the approved plan from a position on, each with what the run did with it. */
export async function evidenceItems(
  db: Database,
  { run, followers }: EvidenceSource,
  page: { offset: number; limit: number },
): Promise<EvidenceItem[]> {
  // Positions have no gaps. Both sides are told the range: neither table is read beyond the page.
  const onPage = (position: typeof planItems.position | typeof runItems.position) =>
    and(gte(position, page.offset), lt(position, page.offset + page.limit));
  const rows = await db
    .select({
      position: planItems.position,
      // All fields as they were read are a large part of a row, and nothing that it changed.
      plan: sql<unknown>`${planItems.item} - 'current'`,
      entry: runItems,
    })
    .from(planItems)
    .leftJoin(
      runItems,
      and(eq(runItems.runId, run.id), eq(runItems.position, planItems.position), onPage(runItems.position)),
    )
    .where(and(eq(planItems.planId, run.planId), onPage(planItems.position)))
    .orderBy(asc(planItems.position));
  const items = rows.map((row) => ({ ...row, plan: storedItem(row.plan, row.entry !== null) }));
  const laterOf = await laterRows(
    db,
    followers,
    items.map(({ plan }) => plan.issueId),
  );
  return items.map(({ position, plan, entry }) => ({
    position,
    ...rowOf(plan, entry),
    ...afterwards(laterOf(plan.issueId)),
  }));
}

/** How many rows the plan has. */
export async function countEvidence(db: Database, planId: string): Promise<number> {
  const [row] = await db
    .select({ n: sql<number | string>`count(*)` })
    .from(planItems)
    .where(eq(planItems.planId, planId));
  return Number(row?.n ?? 0);
}

function rowOf(plan: PlanItem, row: LedgerRow | null) {
  const isStep = plan.step !== undefined;
  const ending = row === null ? null : storedReason(row);
  const entry: LedgerEntry | null =
    row === null
      ? null
      : {
          state: row.state,
          before: isStep ? null : orNull(storedImage, row.beforeImage),
          after: isStep ? null : orNull(storedImage, row.afterImage),
          conflicts: ending?.reason?.fields ?? [],
        };
  const { issueId, issueKey, projectId, summary, diffs, params, warnings, blocks, step = null } = plan;
  return {
    issueId,
    issueKey,
    projectId,
    summary,
    result: evidenceResult(plan, entry),
    fields: evidenceFields(plan, entry),
    diffs,
    comment: params.comment ?? null,
    notifiedIds: params.notifiedUserId ?? [],
    step,
    stepBefore: isStep ? orNull(storedStepImage, row?.beforeImage) : null,
    stepAfter: isStep ? orNull(storedStepImage, row?.afterImage) : null,
    warnings,
    blocks,
    differs: ending?.differs ?? [],
    reason: ending?.reason ?? null,
    attempts: row?.attempt ?? 0,
    sentAt: row?.intentAt?.toISOString() ?? null,
    endedAt: row?.endedAt?.toISOString() ?? null,
  } satisfies Omit<EvidenceItem, 'position' | 'undone' | 'takenUp'>;
}

function orNull<T extends FieldImage | StepImage>(read: (value: unknown) => T, stored: unknown): T | null {
  return stored === null || stored === undefined ? null : read(stored);
}

type Later = { by: RelatedRun; row: Pick<LedgerRow, 'state' | 'beforeImage'> };

/** What later runs did with the same issues and steps, the latest run first. An undo calls a step by the same number. */
async function laterRows(
  db: Database,
  followers: readonly RelatedRun[],
  issueIds: readonly number[],
): Promise<(issueId: number) => Later[]> {
  const byIssue = new Map<number, Later[]>();
  if (followers.length === 0 || issueIds.length === 0) return () => [];
  const rows = await db
    .select({
      runId: runItems.runId,
      issueId: runItems.issueId,
      state: runItems.state,
      beforeImage: runItems.beforeImage,
    })
    .from(runItems)
    .where(
      and(
        inArray(
          runItems.runId,
          followers.map((one) => one.runId),
        ),
        inArray(runItems.issueId, [...issueIds]),
      ),
    );
  for (const by of followers) {
    for (const row of rows) {
      if (row.runId !== by.runId) continue;
      byIssue.set(row.issueId, [...(byIssue.get(row.issueId) ?? []), { by, row }]);
    }
  }
  return (issueId) => byIssue.get(issueId) ?? [];
}

function afterwards(later: readonly Later[]): Pick<EvidenceItem, 'undone' | 'takenUp'> {
  const undos = later.filter(({ by, row }) => by.kind === 'undo' && row.state === 'applied');
  const again = later.find(({ by }) => by.kind !== 'undo');
  return {
    undone: undos.map(({ by, row }) => ({
      planNumber: by.planNumber,
      fields: imageFields(orNull(storedImage, row.beforeImage) ?? {}),
    })),
    takenUp:
      again === undefined
        ? null
        : { planNumber: again.by.planNumber, result: evidenceResult({ pile: 'change' }, again.row) },
  };
}

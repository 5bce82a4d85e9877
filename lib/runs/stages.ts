import { and, eq, gt, gte, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { planItems, runItems, runs } from '@/lib/db/schema';
import { leaseHolds } from './held-lease';
import { heldCodes } from './item-reason';
import type { RunContext } from './run-context';
import { runStatesBefore } from './transitions';

/** What `runs.wait_detail` says of a run that waits for its person between two stages. */
export interface StageWait {
  /** The stage that is over. */
  stage: number;
  /** Its items that failed or whose outcome is unknown; before what is held, all items so far that were not done. */
  failed: number;
  /** What comes after complete success only: to go on is to end without that. */
  holds?: Held;
}

/** The report of a closure, its archive, or both. */
export type Held = 'archive' | 'report' | 'both';

/**
 * Leaves the stage under way, of which nothing is left: begins the next one that has items, or, if something in it
 * failed or is unknown, pauses. Before a stage that wants complete success, conflicts, cancelled items and those of all
 * earlier stages count too. Going on is then the person's word: `resumeRun` begins the next stage, and what was held
 * back since is no reason to ask again.
 *
 * @returns `paused` when the claim was given back
 */
export async function leaveStage({
  db,
  lease,
  run,
}: RunContext): Promise<'begun' | 'paused' | 'interrupted'> {
  return db.transaction(async (tx) => {
    const [now] = await tx
      .select({ stage: runs.stage })
      .from(runs)
      .where(and(leaseHolds(lease), eq(runs.state, 'running')))
      .for('update');
    if (now === undefined) return 'interrupted';
    const { stage } = now;
    const next = await nextStage(tx, run.id, stage);
    const holds = next === null ? null : await heldFrom(tx, run, next);
    const failed = await failuresBefore(tx, run, { stage, next: holds === null ? null : next });
    if (failed > 0) {
      const waitDetail: StageWait = { stage, failed, ...(holds === null ? {} : { holds }) };
      await tx
        .update(runs)
        .set({
          state: 'paused',
          leaseOwner: null,
          leaseUntil: null,
          waitReason: 'stage',
          waitDetail,
          waitUntil: null,
        })
        .where(and(eq(runs.id, run.id), inArray(runs.state, runStatesBefore('paused'))));
      return 'paused';
    }
    await tx
      .update(runs)
      .set({ stage: next ?? stage })
      .where(eq(runs.id, run.id));
    return 'begun';
  });
}

type RunOfPlan = Pick<RunContext['run'], 'id' | 'planId'>;

/**
 * How many failures ask for a person's word.
 *
 * @param next the stage that comes now, if it wants complete success
 */
async function failuresBefore(
  db: Database,
  run: RunOfPlan,
  { stage, next }: { stage: number; next: number | null },
): Promise<number> {
  const ofStage = eq(runItems.stage, stage);
  if (next === null) {
    return countItems(db, run.id, [ofStage, inArray(runItems.state, ['rejected', 'unknown']), notHeld]);
  }
  // The person has gone on already: of this stage alone is news.
  if (await wantsSuccess(db, run, stage)) return countItems(db, run.id, [ofStage, isNotDone, notHeld]);
  return countItems(db, run.id, [lt(runItems.stage, next), isNotDone]);
}

const isNotDone = notInArray(runItems.state, ['applied', 'unchanged']);
const heldBack = sql`coalesce(${runItems.reason} ->> 'code', '') in ${[...heldCodes]}`;
const notHeld = sql`not ${heldBack}`;

/** Items that came before another one and were not done. */
export interface NotDone {
  /** They ended otherwise than updated or without a change, or have not ended. */
  failed: number;
  /** They were held back because of others. */
  held: number;
}

/** What of a run was not done before an item: in earlier stages, or an issue before it in the same stage. */
export async function notDoneBefore(
  db: Database,
  runId: string,
  { stage, position }: { stage: number; position: number },
): Promise<NotDone> {
  const before = sql`(${runItems.stage} < ${stage} or
    (${runItems.stage} = ${stage} and ${runItems.position} < ${position} and ${runItems.issueId} > 0))`;
  const [failed, held] = await Promise.all([
    countItems(db, runId, [before, isNotDone, notHeld]),
    countItems(db, runId, [before, isNotDone, heldBack]),
  ]);
  return { failed, held };
}

/** The stage that begins next: the first after this one with something left to do. */
async function nextStage(db: Database, runId: string, stage: number): Promise<number | null> {
  const [later] = await db
    .select({ stage: sql<number | string | null>`min(${runItems.stage})` })
    .from(runItems)
    .where(
      and(
        eq(runItems.runId, runId),
        gt(runItems.stage, stage),
        inArray(runItems.state, ['planned', 'intent']),
      ),
    );
  const next = later?.stage ?? null;
  return next === null ? null : Number(next);
}

const archivesLast = sql`coalesce((${planItems.item} -> 'step' -> 'afterSuccess')::boolean, false)`;
const reports = sql`${planItems.item} -> 'report' is not null`;

/** What is left to do from a stage on after complete success only; null when the stage itself wants no such thing. */
async function heldFrom(db: Database, run: RunOfPlan, stage: number): Promise<Held | null> {
  const found = await marked(db, run, [gte(runItems.stage, stage), eq(runItems.state, 'planned')]);
  if (!found.some((one) => one.stage === stage)) return null;
  const archive = found.some((one) => !one.report);
  const report = found.some((one) => one.report);
  return archive && report ? 'both' : archive ? 'archive' : 'report';
}

/** Whether a stage has something that is carried out after complete success only. */
async function wantsSuccess(db: Database, run: RunOfPlan, stage: number): Promise<boolean> {
  return (await marked(db, run, [eq(runItems.stage, stage)])).length > 0;
}

/** Items that want complete success: at most three. */
function marked(db: Database, run: RunOfPlan, which: SQL[]): Promise<{ stage: number; report: boolean }[]> {
  return db
    .select({ stage: runItems.stage, report: sql<boolean>`${reports}` })
    .from(runItems)
    .innerJoin(planItems, and(eq(planItems.planId, run.planId), eq(planItems.position, runItems.position)))
    .where(and(eq(runItems.runId, run.id), sql`(${archivesLast} or ${reports})`, ...which));
}

async function countItems(db: Database, runId: string, which: SQL[]): Promise<number> {
  const [row] = await db
    .select({ count: sql<number | string>`count(*)` })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), ...which));
  return Number(row?.count ?? 0);
}

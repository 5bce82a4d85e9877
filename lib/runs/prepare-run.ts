import { eq } from 'drizzle-orm';
import type { BacklogClient } from '@/lib/backlog';
import { canReadFormat } from '@/lib/bulk/plan';
import { plans } from '@/lib/db/schema';
import type { RunRow } from './claim';
import { createHeldResult } from './held-result';
import { createIssueReader } from './issue-reader';
import type { Lease } from './lease';
import { createPacer, type WriterMemory } from './pacer';
import { createReferenceCheck } from './reference-check';
import type { RunContext } from './run-context';
import { pauseForPerson, releaseRun } from './run-waits';
import { createVerification } from './verify-run';
import { createWaitNotice } from './wait-notice';
import type { WorkerDeps } from './worker-deps';
import { judgeReadError } from './write-verdict';

/** Everything a claimed run is carried out with; null when it cannot begin: then it waits, and the claim is given back. */
export async function prepareRun(
  deps: WorkerDeps,
  run: RunRow,
  lease: Lease,
  options: { memory: WriterMemory; stop: AbortSignal },
): Promise<RunContext | null> {
  const { db, clock, timings, log, observer, disk, onRunEnd } = deps;
  const [plan] = await db
    .select({ timezone: plans.timezone, format: plans.format })
    .from(plans)
    .where(eq(plans.id, run.planId));
  if (plan === undefined || !canReadFormat(plan.format)) {
    // Approved under another version of the product: to guess at its content would be to write something else.
    await pauseForPerson(db, lease, { reason: 'format' }, timings.signInRetryMs);
    return null;
  }
  let client: BacklogClient;
  try {
    client = await deps.clientFor(run.spaceHost, run.userId);
  } catch (error) {
    if (judgeReadError(error) !== 'signIn') throw error;
    await releaseRun(db, lease, { reason: 'needsSignIn', ms: timings.signInRetryMs });
    return null;
  }
  const notice = createWaitNotice(db, lease, clock);
  const context = {
    db,
    client,
    clock,
    timings,
    log,
    observer,
    disk,
    onRunEnd,
    lease,
    notice,
    held: createHeldResult(clock, timings.holdResultMs),
    run: { ...run, timezone: plan.timezone },
    pacer: createPacer({ client, clock, timings, lease, notice, ...options }),
    reader: createIssueReader(client, clock),
    reference: createReferenceCheck(client, clock, timings.referenceMs),
  };
  return { ...context, verification: createVerification(context, run) };
}

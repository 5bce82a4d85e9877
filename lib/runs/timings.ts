/** Every duration (ms) and limit of the engine. They come in through the composition root. */
export interface Timings {
  /** How long a claim holds without renewal, database time. */
  leaseMs: number;
  renewMs: number;
  /** How often an idle worker looks for work that another instance put there. */
  pollMs: number;
  /** A read older than this is repeated before its write. */
  staleReadMs: number;
  /** Pace `gentle`: from one write to the next. A little over the second that Nulab asks for: the way has jitter. */
  gentleSpacingMs: number;
  /** Shorter waits are not worth telling anyone. */
  tellWaitMs: number;
  /** After a lost answer Backlog may still carry the request out; not decided before this has passed. */
  settleMs: number;
  /** After an answer that shows something else than was sent: when the issue is looked at again, from that answer. */
  staleAnswerMs: readonly number[];
  /** How long lists of a project hold that were read because Backlog refused a value. */
  referenceMs: number;
  /** Before the first, second and third repetition of a write that was not carried out. */
  retryDelaysMs: readonly number[];
  /** How often a run that needs its person to sign in looks whether they did. */
  signInRetryMs: number;
  /** Backlog does not answer: first wait, doubled up to the longest. */
  downFirstMs: number;
  downLongestMs: number;
  /** Unavailable answers in a row that make the run wait. */
  downAfterFailures: number;
  /** 429s in a row without a reset that make the run stop for its person. */
  limitedAfterRefusals: number;
  /** Refusals for want of a right, in a row in one project, that hold the project's items back. */
  heldAfterRefusals: number;
  /** How long a result is held in memory while the database does not take it. */
  recordRetryMs: number;
  /** After an unclean stop: updated items that ended so shortly before the last sign of life are read again. */
  verifyBackMs: number;
  /** How often the free space of the disk is looked at. */
  diskCheckMs: number;
  /** The longest that a result waits for the next request to be on its way before it is stored. */
  holdResultMs: number;
  /** How long `stop()` waits for the item in flight. */
  stopGraceMs: number;
  /** Lease on a plan that is being filled, renewed with every page. */
  draftLeaseMs: number;
  /** Writes of each window left to the person. */
  reserve: number;
  /** Runs of different people carried out at once by one process. */
  parallelRuns: number;
}

export const defaultTimings: Timings = {
  leaseMs: 5_000,
  renewMs: 1_500,
  pollMs: 1_000,
  staleReadMs: 2_000,
  gentleSpacingMs: 1_020,
  tellWaitMs: 2_000,
  settleMs: 60_000,
  staleAnswerMs: [2_000, 10_000],
  referenceMs: 60_000,
  retryDelaysMs: [1_000, 2_000, 4_000],
  signInRetryMs: 30_000,
  downFirstMs: 60_000,
  downLongestMs: 300_000,
  downAfterFailures: 5,
  limitedAfterRefusals: 5,
  heldAfterRefusals: 3,
  recordRetryMs: 60_000,
  verifyBackMs: 60_000,
  diskCheckMs: 60_000,
  holdResultMs: 20,
  stopGraceMs: 10_000,
  draftLeaseMs: 30_000,
  reserve: 10,
  parallelRuns: 16,
};

/** The timings of the product, all durations times `factor` (1 but for demo mode); limits and counts stay. */
export function timingsOf(factor: number, timings: Timings = defaultTimings): Timings {
  const scaled = (ms: number) => Math.max(1, Math.round(ms * factor));
  return {
    leaseMs: scaled(timings.leaseMs),
    renewMs: scaled(timings.renewMs),
    pollMs: scaled(timings.pollMs),
    staleReadMs: scaled(timings.staleReadMs),
    gentleSpacingMs: scaled(timings.gentleSpacingMs),
    tellWaitMs: scaled(timings.tellWaitMs),
    settleMs: scaled(timings.settleMs),
    staleAnswerMs: timings.staleAnswerMs.map(scaled),
    referenceMs: scaled(timings.referenceMs),
    retryDelaysMs: timings.retryDelaysMs.map(scaled),
    signInRetryMs: scaled(timings.signInRetryMs),
    downFirstMs: scaled(timings.downFirstMs),
    downLongestMs: scaled(timings.downLongestMs),
    recordRetryMs: scaled(timings.recordRetryMs),
    verifyBackMs: scaled(timings.verifyBackMs),
    diskCheckMs: scaled(timings.diskCheckMs),
    holdResultMs: scaled(timings.holdResultMs),
    stopGraceMs: scaled(timings.stopGraceMs),
    draftLeaseMs: scaled(timings.draftLeaseMs),
    downAfterFailures: timings.downAfterFailures,
    limitedAfterRefusals: timings.limitedAfterRefusals,
    heldAfterRefusals: timings.heldAfterRefusals,
    reserve: timings.reserve,
    parallelRuns: timings.parallelRuns,
  };
}

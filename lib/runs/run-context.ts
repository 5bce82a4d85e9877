import type { BacklogClient } from '@/lib/backlog';
import type { Outcome } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import type { RunRow } from './claim';
import type { DiskGuard } from './disk-guard';
import type { EngineLog } from './engine-log';
import type { HeldResult } from './held-result';
import type { IssueReader } from './issue-reader';
import type { ItemReason } from './item-reason';
import type { Lease } from './lease';
import type { RunIdentity } from './ledger-item';
import type { Pacer } from './pacer';
import type { ReferenceCheck } from './reference-check';
import type { RunClock } from './run-clock';
import type { StepObserver } from './step-observer';
import type { Timings } from './timings';
import type { Verification } from './verify-run';
import type { WaitNotice } from './wait-notice';

/** Everything one run is carried out with. */
export interface RunContext {
  db: Database;
  client: BacklogClient;
  clock: RunClock;
  timings: Timings;
  log: EngineLog;
  observer: StepObserver;
  lease: Lease;
  run: RunIdentity & { timezone: string };
  pacer: Pacer;
  reader: IssueReader;
  reference: ReferenceCheck;
  notice: WaitNotice;
  held: HeldResult;
  verification: Verification;
  disk: DiskGuard;
  /** The run has ended. */
  onRunEnd: () => void;
}

/** Why a run does not write, as `runs.wait_reason` keeps it. */
export type WaitReason = NonNullable<RunRow['waitReason']>;

/** Values for the sentence about a wait, as `runs.wait_detail` keeps them. */
export type WaitDetail = Readonly<Record<string, string | number | readonly string[]>>;

/** Why a run waits and for how long; `ms` null = until a person acts, or nobody knows. */
export interface Wait {
  reason: WaitReason;
  ms: number | null;
  detail?: WaitDetail;
}

/** How work on one item went. */
export type StepResult =
  | { kind: 'ended'; outcome: Outcome; reason: ItemReason | null }
  /** Its write took effect, but Backlog shows something else: looked at again later, other items go first. */
  | { kind: 'answered' }
  /** Back in the ledger, to be tried after the delay. `trouble`: Backlog did not answer as it should. */
  | { kind: 'again'; delayMs: number; trouble: boolean }
  /** Its answer was lost; other items go first. */
  | { kind: 'later' }
  /** Another run writes this issue right now; other items go first. */
  | { kind: 'locked' }
  /** The whole run waits; `ms` null = until a person acts. */
  | ({ kind: 'wait' } & Wait)
  /** Somebody paused, cancelled or stopped before anything was sent. */
  | { kind: 'interrupted' };

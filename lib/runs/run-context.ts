import type { BacklogClient } from '@/lib/backlog';
import type { Database } from '@/lib/db';
import type { EngineLog } from './engine-log';
import type { IssueReader } from './issue-reader';
import type { Lease } from './lease';
import type { RunIdentity } from './ledger-item';
import type { Pacer } from './pacer';
import type { RunClock } from './run-clock';
import type { StepObserver } from './step-observer';
import type { Timings } from './timings';

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
}

/** Why a run does not write, as `runs.wait_reason` keeps it. */
export type WaitReason =
  | 'quota'
  | 'needsSignIn'
  | 'backlogDown'
  | 'settling'
  | 'person'
  | 'licence'
  | 'redirect';

/** How work on one item went. */
export type StepResult =
  | { kind: 'ended' }
  /** Back in the ledger, to be tried after the delay. `trouble`: Backlog did not answer as it should. */
  | { kind: 'again'; delayMs: number; trouble: boolean }
  /** Its answer was lost; other items go first. */
  | { kind: 'later' }
  /** The whole run waits; `ms` null = until a person acts. */
  | { kind: 'wait'; reason: WaitReason; ms: number | null }
  /** Somebody paused, cancelled or stopped before anything was sent. */
  | { kind: 'interrupted' };

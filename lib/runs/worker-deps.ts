import type { BacklogClient } from '@/lib/backlog';
import type { Database } from '@/lib/db';
import type { DiskGuard } from './disk-guard';
import type { EngineLog } from './engine-log';
import type { RunClock } from './run-clock';
import type { StepObserver } from './step-observer';
import type { Timings } from './timings';

export interface WorkerDeps {
  db: Database;
  /** @throws AppError SIGN_IN_AGAIN when this person has no usable connection */
  clientFor: (spaceHost: string, userId: number) => Promise<BacklogClient>;
  timings: Timings;
  clock: RunClock;
  log: EngineLog;
  observer: StepObserver;
  disk: DiskGuard;
  /** A run has ended. */
  onRunEnd: () => void;
}

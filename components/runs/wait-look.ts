import {
  CircleX,
  FileX2,
  HardDrive,
  Hourglass,
  KeyRound,
  ListX,
  type LucideIcon,
  Pause,
  Search,
  ShieldX,
  Signpost,
  Unplug,
  UsersRound,
} from 'lucide-react';
import type { RunSummary, WaitReason } from './run-data';
import { isOver, notDoneOf } from './run-state';

/** What leads on from a wait; failed items are taken up again beside their list. */
export type WaitStep = 'signIn' | 'tryNow' | 'resume';

/** The sign of each wait, and what leads on; none = it goes on by itself. */
export const waitLook: Record<WaitReason, { icon: LucideIcon; step: WaitStep | null }> = {
  quota: { icon: Hourglass, step: null },
  needsSignIn: { icon: KeyRound, step: 'signIn' },
  backlogDown: { icon: Unplug, step: 'tryNow' },
  settling: { icon: Search, step: null },
  person: { icon: Pause, step: null },
  licence: { icon: ShieldX, step: 'resume' },
  redirect: { icon: Signpost, step: 'resume' },
  limited: { icon: Hourglass, step: 'resume' },
  failures: { icon: CircleX, step: 'resume' },
  noRight: { icon: ShieldX, step: 'resume' },
  stage: { icon: ListX, step: 'resume' },
  disk: { icon: HardDrive, step: 'tryNow' },
  format: { icon: FileX2, step: null },
  locked: { icon: UsersRound, step: null },
};

/** A wait that is going on. */
export interface Wait {
  reason: WaitReason;
  /** Only a person ends it. */
  paused: boolean;
  /**
   * The report and the archive of a milestone come only after complete success: `held` until everything is done, then `ready`. Beside
   * `conflicts` no retry of this run can be enough.
   */
  archive: 'held' | 'conflicts' | 'ready' | null;
}

/** The wait of a run; null when it works or has ended. */
export function waitOf(run: Pick<RunSummary, 'state' | 'waitReason' | 'waitDetail' | 'counts'>): Wait | null {
  if (run.waitReason === null || isOver(run)) return null;
  const holds = run.waitDetail?.holds !== undefined;
  return {
    reason: run.waitReason,
    paused: run.state === 'paused',
    archive: holds ? archiveOf(run) : null,
  };
}

function archiveOf(run: Pick<RunSummary, 'counts'>): NonNullable<Wait['archive']> {
  if (run.counts.conflict > 0) return 'conflicts';
  return notDoneOf(run) > 0 ? 'held' : 'ready';
}

/** Whether a run stands before an archiving that it will not do unless more of it is done. */
export function holdsArchive(wait: Wait | null): boolean {
  return wait?.archive === 'held' || wait?.archive === 'conflicts';
}

/** The person's own other run holds the issue: it cannot go on before the person has chosen. */
export function waitsForOwnRun({ reason, paused }: Wait): boolean {
  return reason === 'locked' && paused;
}

/** What leads on from a wait besides waiting. */
export function stepOf(wait: Wait): WaitStep | null {
  return waitsForOwnRun(wait) ? 'resume' : waitLook[wait.reason].step;
}

/** Whether a run goes on without anybody doing anything (or was paused by its person, who knows). */
export function endsByItself(wait: Wait): boolean {
  return stepOf(wait) === null && wait.reason !== 'format';
}

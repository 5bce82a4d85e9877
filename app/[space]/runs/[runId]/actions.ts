'use server';

import { handoverKeep } from '@/lib/actions/handover/keep';
import { plansDraftAgain } from '@/lib/actions/plans/draft-again';
import { plansDraftUndo } from '@/lib/actions/plans/draft-undo';
import { runsCancel } from '@/lib/actions/runs/cancel';
import { runsPause } from '@/lib/actions/runs/pause';
import { runsResume } from '@/lib/actions/runs/resume';
import { runsRetry } from '@/lib/actions/runs/retry';
import { runsSetPace } from '@/lib/actions/runs/set-pace';
import { runsSettle } from '@/lib/actions/runs/settle';
import { serverAction } from '@/lib/server/action';

export const pauseRun = serverAction(runsPause);
export const resumeRun = serverAction(runsResume);
export const cancelRun = serverAction(runsCancel);
export const setRunPace = serverAction(runsSetPace);
export const retryRun = serverAction(runsRetry);
export const settleItem = serverAction(runsSettle);
export const draftAgain = serverAction(plansDraftAgain);
export const draftUndo = serverAction(plansDraftUndo);
export const keepIssues = serverAction(handoverKeep);

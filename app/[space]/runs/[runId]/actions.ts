'use server';

import { runsCancel } from '@/lib/actions/runs/cancel';
import { runsPause } from '@/lib/actions/runs/pause';
import { runsResume } from '@/lib/actions/runs/resume';
import { runsSetPace } from '@/lib/actions/runs/set-pace';
import { serverAction } from '@/lib/server/action';

export const pauseRun = serverAction(runsPause);
export const resumeRun = serverAction(runsResume);
export const cancelRun = serverAction(runsCancel);
export const setRunPace = serverAction(runsSetPace);

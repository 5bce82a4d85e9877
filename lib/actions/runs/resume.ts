import { resumeRun } from '@/lib/runs';
import { defineRunControl } from './define-run-control';

export const runsResume = defineRunControl({
  name: 'runs.resume',
  description: 'Goes on with a paused run, and at once with one that waits by itself.',
  apply: resumeRun,
});

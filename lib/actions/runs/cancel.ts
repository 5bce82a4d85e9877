import { cancelRun } from '@/lib/runs';
import { defineRunControl } from './define-run-control';

export const runsCancel = defineRunControl({
  name: 'runs.cancel',
  description: 'Stops a run for good. The item in flight ends first; what was not begun stays undone.',
  apply: cancelRun,
});

import { retryFailed } from '@/lib/runs';
import { defineRunControl } from './define-run-control';

export const runsRetry = defineRunControl({
  name: 'runs.retry',
  description:
    'Takes the failed items of a run that has ended or is paused up again, inside its approved plan. Each is read anew and compared with the plan before anything is sent.',
  apply: async (db, key) => {
    const positions = await retryFailed(db, key);
    return positions !== null && positions.length > 0;
  },
});

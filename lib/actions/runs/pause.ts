import { pauseRun } from '@/lib/runs';
import { defineRunControl } from './define-run-control';

export const runsPause = defineRunControl({
  name: 'runs.pause',
  description: 'Pauses a run after the item in flight. It stays where it is until it is resumed.',
  apply: pauseRun,
});

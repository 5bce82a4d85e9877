import { noObserver, type StepObserver } from '@/lib/runs';

/**
 * Kills this process at the nth passing of a step, as a power cut would. `FAILPOINT=item.afterAnswer:3`; the
 * environment admits it in demo mode only.
 */
export function failpointObserver(failpoint: string | null): StepObserver {
  if (failpoint === null) return noObserver;
  const [name, nth] = failpoint.split(':');
  let left = Number(nth);
  return (step) => {
    if (step !== name) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}

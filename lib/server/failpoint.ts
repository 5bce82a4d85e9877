import { noObserver, type StepObserver } from '@/lib/runs';

/**
 * Kills this process at the nth passing of a step, as a power cut would, or freezes it there, as a laptop that is shut.
 * `FAILPOINT=item.afterAnswer:3` or `item.beforeSend:1:freeze`; the environment admits it in demo mode only.
 */
export function failpointObserver(failpoint: string | null): StepObserver {
  if (failpoint === null) return noObserver;
  const [name, nth, mode] = failpoint.split(':');
  let left = Number(nth);
  return (step) => {
    if (step !== name) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, mode === 'freeze' ? 'SIGSTOP' : 'SIGKILL');
  };
}

import type { RunConflict } from './run-data';

/** Whether the person's values can still be taken for an issue: it is there and does not have them already. */
export function canBeTaken({ state }: Pick<RunConflict, 'state'>): boolean {
  return state !== 'gone' && state !== 'atTarget';
}

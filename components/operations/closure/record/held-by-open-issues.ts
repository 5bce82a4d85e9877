import type { ClosureRecord } from '../closure-data';

/** Whether nothing went wrong before the archive, so that issues which stayed open alone have held it back. */
export function heldByOpenIssues({
  archive,
  notDone,
  create,
  wiki,
}: Pick<ClosureRecord, 'archive' | 'notDone' | 'create' | 'wiki'>): boolean {
  const { rejected, conflict, unknown, cancelled } = notDone;
  // A report that was left out of it had its reason in the issues.
  const page = wiki?.reason === 'REPORT_HELD' ? null : wiki;
  const failed = (['rejected', 'conflict', 'unknown', 'cancelled'] as const).some(
    (state) => create?.state === state || page?.state === state,
  );
  return archive?.reason === 'HELD_BACK' && !failed && rejected + conflict + unknown + cancelled === 0;
}

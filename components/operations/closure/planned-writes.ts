import type { ClosureForm, NextChoice } from './closure-form';
import type { ClosureRow } from './closure-rows';

/** How much of what a plan is going to change. */
export function plannedWrites(
  rows: readonly ClosureRow[],
  next: NextChoice | null,
  { archive, report: { wiki, comment, issue } }: ClosureForm,
): { issues: number; milestones: number; wikis: number } {
  const changed = new Set(rows.filter(({ to }) => to !== null).map((row) => row.issue.id));
  // A comment rides on the change of its issue, if that has one.
  if (comment && issue) changed.add(issue.id);
  return {
    issues: changed.size,
    milestones: Number(next?.kind === 'new') + Number(archive),
    wikis: Number(wiki),
  };
}

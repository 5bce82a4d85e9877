import type { PlanBlock, PlanItem, ReportMark } from '../plan';
import type { PlanProject } from '../plan-reference';
import { stepItem } from '../plan-steps';
import { closureStages, closureSteps, nameTaken } from './closure-next';
import type { Closure } from './closure-schema';

/** How many rows a closure has beside those of issues. */
export function closureStepCount({ next, report, archive }: Closure): number {
  return Number(next?.kind === 'new') + Number(report.wiki !== null) + Number(archive);
}

/**
 * The side steps of a closure: the next milestone first, then the report, the archive last of all.
 *
 * @param mark of the row that writes the report
 */
export function closureStepRows(
  closure: Closure,
  project: PlanProject,
  { actorCanWrite, mark }: { actorCanWrite: boolean; mark: ReportMark },
): { create: PlanItem[]; wiki: PlanItem[]; archive: PlanItem[] } {
  const noRight: PlanBlock = { code: 'NO_WRITE_RIGHT', values: { project: project.projectKey } };
  const allowed = (rows: PlanItem[]) => (actorCanWrite ? rows : rows.map((row) => blocked(row, noRight)));
  const create = createRow(closure, project);
  // A report of what cannot be carried out would be wrong, and nothing is archived without it.
  const inVain = create.flatMap((row) => row.blocks)[0];
  const after = (rows: PlanItem[]) =>
    allowed(inVain === undefined ? rows : rows.map((row) => blocked(row, inVain)));
  return {
    create: allowed(create),
    wiki: after(wikiRow(closure, mark)),
    archive: after(archiveRow(closure, project)),
  };
}

function createRow({ projectId, next }: Closure, project: PlanProject): PlanItem[] {
  if (next?.kind !== 'new') return [];
  const { name, startDate, dueDate } = next;
  const row = stepItem(
    { kind: 'createMilestone', projectId, name, startDate, dueDate },
    { number: closureSteps.create, stage: closureStages.create },
  );
  const taken = nameTaken(name, project);
  return [taken === null ? row : blocked(row, taken)];
}

function wikiRow({ projectId, report: { wiki } }: Closure, mark: ReportMark): PlanItem[] {
  if (wiki === null) return [];
  const { name, content } = wiki;
  const place = { number: closureSteps.wiki, stage: closureStages.report };
  return [{ ...stepItem({ kind: 'createWiki', projectId, name, content }, place), report: mark }];
}

function archiveRow({ projectId, milestone, archive }: Closure, project: PlanProject): PlanItem[] {
  if (!archive) return [];
  const found = project.milestones.find(({ id }) => id === milestone.id);
  const row = stepItem(
    {
      kind: 'archiveMilestone',
      projectId,
      milestoneId: milestone.id,
      // Backlog wants the name with every change: the one of now, or the archiving would take a renaming back.
      name: found?.name ?? milestone.label,
      archived: true,
      afterSuccess: true,
    },
    { number: closureSteps.archive, stage: closureStages.archive },
  );
  if (found === undefined) {
    const values = { field: 'milestone', label: milestone.label, project: project.projectKey };
    return [blocked(row, { code: 'VALUE_NOT_IN_PROJECT', values })];
  }
  return [found.archived ? { ...row, pile: 'unchanged', included: false } : row];
}

function blocked(row: PlanItem, block: PlanBlock): PlanItem {
  return { ...row, pile: 'blocked', included: false, blocks: [block] };
}

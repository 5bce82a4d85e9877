import type { BacklogClient } from '@/lib/backlog';
import type { BacklogVersion } from '@/lib/backlog/schemas/issue';
import { isWikiStep, neededSteps, type PlanItem, type PlanStep } from '@/lib/bulk';
import { readAndDecide } from '@/lib/runs';
import { findStaleValues, type StaleValue } from './find-stale-values';

export const staleReasons = ['gone', 'archived', 'nameTaken', 'changed'] as const;

/** Something beside issues that is no longer as the plan needs it. Who changed it, Backlog does not tell. */
export type StaleStep = StaleThing | StaleValue;

interface StaleThing {
  /** The side step (negative), or the first row that needs the milestone. */
  issueId: number;
  what: 'milestone' | 'wiki';
  reason: (typeof staleReasons)[number];
  name: string;
}

interface Person {
  userId: number;
  timezone: string;
}

/**
 * Included side steps that could not be carried out as planned right now, milestones that included rows need and that
 * are deleted or archived meanwhile, and other values of theirs that are gone: a successor who left the project, a
 * status that was deleted. What the plan itself says already, as of an archived milestone that somebody took in despite
 * the warning, is no news. One call per project and list that rows take values from.
 *
 * @throws BacklogError
 */
export async function findStaleSteps(
  backlog: BacklogClient,
  person: Person,
  items: readonly PlanItem[],
): Promise<StaleStep[]> {
  const client = readingVersionsOnce(backlog);
  const included = items.filter((item) => item.included);
  const stale: StaleThing[] = [];
  for (const item of included) {
    if (item.step === undefined || neededSteps(item).length > 0) continue;
    const reason = await whyStale({ client, ...person }, item.step);
    if (reason === null) continue;
    const { issueId, step } = item;
    stale.push({ issueId, what: isWikiStep(step) ? 'wiki' : 'milestone', reason, name: step.name });
  }
  for (const need of neededMilestones(included)) {
    const versions = await client.projects.versions(need.projectId);
    const found = versions.find((version) => version.id === need.id);
    const archived = found?.archived === true && need.mustBeOpen;
    if (found !== undefined && !archived) continue;
    const { issueId, name } = need;
    stale.push({ issueId, what: 'milestone', reason: archived ? 'archived' : 'gone', name });
  }
  const said = new Set<string>();
  const things = stale.filter(({ what, reason, name }) => {
    const key = `${what} ${reason} ${name}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
  return [...(await findStaleValues(client.projects, included)), ...things];
}

async function whyStale(
  at: Parameters<typeof readAndDecide>[0],
  step: PlanStep,
): Promise<StaleThing['reason'] | null> {
  const decision = await readAndDecide(at, step);
  if (decision.kind === 'send') return null;
  // Somebody else has closed the milestone; that a thing to be deleted is gone, or unarchived again, is what was wanted.
  if (decision.outcome === 'unchanged') {
    return step.kind === 'archiveMilestone' && step.archived ? 'archived' : null;
  }
  if (decision.reason.code === 'NAME_TAKEN') return 'nameTaken';
  return decision.reason.code === 'GONE' ? 'gone' : 'changed';
}

interface NeededMilestone {
  id: number;
  name: string;
  projectId: number;
  issueId: number;
  /** It is put on an issue, and nobody was warned that it is archived. */
  mustBeOpen: boolean;
}

/** The milestones that rows put on issues or take from them. */
function neededMilestones(items: readonly PlanItem[]): NeededMilestone[] {
  const needed = new Map<number, NeededMilestone>();
  // The plan itself takes these out of the archive before.
  const unarchived = new Set(
    items.flatMap(({ step }) =>
      step?.kind === 'archiveMilestone' && !step.archived ? [step.milestoneId] : [],
    ),
  );
  for (const { issueId, projectId, diffs, warnings } of items) {
    const warned = warnings.some(({ code }) => code === 'MILESTONE_ARCHIVED');
    for (const diff of diffs) {
      if (diff.field !== 'milestone') continue;
      const named = [...diff.add, ...diff.remove].filter(({ id }) => id > 0);
      for (const { id, name } of named) {
        const added = diff.add.some((one) => one.id === id);
        const mustBeOpen = added && !warned && !unarchived.has(id);
        const known = needed.get(id);
        if (known === undefined || (mustBeOpen && !known.mustBeOpen)) {
          needed.set(id, { id, name, projectId, issueId, mustBeOpen });
        }
      }
    }
  }
  return [...needed.values()];
}

/** The same client, which asks for the milestones of a project once. */
function readingVersionsOnce({ projects, wikis }: BacklogClient): Pick<BacklogClient, 'projects' | 'wikis'> {
  const read = new Map<number, Promise<BacklogVersion[]>>();
  return {
    wikis,
    projects: {
      ...projects,
      versions: (projectId, options) => {
        const known = read.get(projectId) ?? projects.versions(projectId, options);
        read.set(projectId, known);
        return known;
      },
    },
  };
}

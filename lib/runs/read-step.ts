import { type BacklogClient, isBacklogError } from '@/lib/backlog';
import type { BacklogWiki } from '@/lib/backlog/schemas/wiki';
import {
  isWikiStep,
  type MilestoneImage,
  milestoneImage,
  type PlanStep,
  type WikiStep,
  wikiImage,
} from '@/lib/bulk';
import type { StepIntent } from './ledger-item';
import { decideMilestone, findMilestone, type StepDecision, type StepFinding } from './step-decisions';
import { decideWiki, findWiki, type WikiNow } from './wiki-decisions';

/** What a side step is looked at with. */
export interface StepReading {
  client: { projects: Pick<BacklogClient['projects'], 'versions'>; wikis: BacklogClient['wikis'] };
  /** IANA zone of the space. */
  timezone: string;
  /** Whose run it is. */
  userId: number;
}

/**
 * What to do with a side step, by what Backlog shows right now. Which issues hold a milestone is not looked at here.
 * @throws BacklogError
 */
export async function readAndDecide(at: StepReading, step: PlanStep): Promise<StepDecision> {
  return isWikiStep(step)
    ? decideWiki(step, await readWikis(at.client, step))
    : decideMilestone(step, await readMilestones(at, step));
}

/**
 * Decides a side step whose request is open, by what Backlog shows right now.
 * @throws BacklogError
 */
export async function readAndFind(at: StepReading, step: PlanStep, intent: StepIntent): Promise<StepFinding> {
  return isWikiStep(step)
    ? findWiki(step, intent, await readWikis(at.client, step), at.userId)
    : findMilestone(step, intent, await readMilestones(at, step));
}

/** The milestones of a side step's project as they are now, archived ones included. */
async function readMilestones({ client, timezone }: StepReading, step: PlanStep): Promise<MilestoneImage[]> {
  const versions = await client.projects.versions(step.projectId);
  return versions.map((version) => milestoneImage(version, timezone));
}

/** Pages of the name that is to be given; of a deletion the page itself, as long as it is there. */
async function readWikis({ wikis }: StepReading['client'], step: WikiStep): Promise<WikiNow[]> {
  const { projectId, name } = step;
  if (step.kind === 'createWiki') return (await wikis.list({ projectId, keyword: name })).map(wikiNow);
  try {
    return [wikiNow(await wikis.get(step.wikiId))];
  } catch (error) {
    if (!isBacklogError(error) || error.code !== 'BACKLOG_NOT_FOUND') throw error;
    // Backlog says the same of a page that is not visible any more: gone is what a project shows that can be read.
    await wikis.list({ projectId, keyword: name });
    return [];
  }
}

function wikiNow(page: BacklogWiki): WikiNow {
  const by = page.updatedUser === null ? null : { name: page.updatedUser.name, at: page.updated };
  return { ...wikiImage(page), by };
}

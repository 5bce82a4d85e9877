import { type MilestoneImage, milestoneImage, type PlanStep } from '@/lib/bulk';
import type { RunContext } from './run-context';

/** The milestones of a side step's project as they are now, archived ones included. */
export async function readMilestones(ctx: RunContext, step: PlanStep): Promise<MilestoneImage[]> {
  const versions = await ctx.client.projects.versions(step.projectId);
  return versions.map((version) => milestoneImage(version, ctx.run.timezone));
}

import { SpaceState } from '../state';
import { addActivities, addNotifications } from './activities';
import { draftIssue, linkParents } from './base-issues';
import { addPeople, spaceRow, standardLicence } from './basics';
import { hoshikawaPeople, mikazukiPeople } from './content/people';
import type { IssueDraft, SeedScope } from './draft';
import { edgeIssues } from './edge-issues';
import { addFiles } from './files';
import { lastMoment } from './history';
import { leaverIssues } from './leaver-issues';
import { materialise } from './materialise';
import { hoshikawaProjects } from './plans/hoshikawa';
import { mikazukiProjects } from './plans/mikazuki';
import { createPrng } from './prng';
import { addProject, type ProjectSeed } from './project-seed';
import { addSecondaryContent } from './secondary';
import { closedSprintIssues, openSprintIssues } from './sprint-issues';
import { createSubjects, type SubjectSource } from './subjects';

export type SeedName = 'small' | 'standard' | 'large';
export type SpaceName = 'hoshikawa' | 'mikazuki';

export interface SeedOptions {
  /** `yyyy-MM-dd` in the space's time zone; every date of the seed is relative to it. */
  readonly today: string;
  readonly spaceName: SpaceName;
}

interface Source {
  readonly project: ProjectSeed;
  readonly subjects: SubjectSource;
}

const totals: Record<SpaceName, Record<SeedName, number>> = {
  hoshikawa: { small: 60, standard: 2500, large: 12_000 },
  mikazuki: { small: 30, standard: 320, large: 1500 },
};

/** How the ordinary issues are shared among the projects of a space, in the order of its plans. */
const shares: Record<SpaceName, readonly number[]> = {
  hoshikawa: [0.42, 0.27, 0.17, 0.14],
  mikazuki: [0.6, 0.4],
};

/** Issues with fixed numbers and hard texts, which ordinary ones only fill up. */
function specialIssues(scope: SeedScope, sources: readonly Source[], fixedNumbers: boolean): IssueDraft[] {
  const [first] = sources;
  if (!first) return [];
  const edges = edgeIssues({ ...scope, prng: scope.prng.fork('edge') }, first);
  if (!fixedNumbers) return edges;
  // Hand-written subjects go to whoever asks first: to the issues that are looked at most.
  return [
    ...edges,
    ...openSprintIssues({ ...scope, prng: scope.prng.fork('sprint') }, first),
    ...leaverIssues({ ...scope, prng: scope.prng.fork('leaver') }, sources),
    ...closedSprintIssues({ ...scope, prng: scope.prng.fork('done') }, first),
  ];
}

function ordinaryIssues(
  scope: SeedScope,
  sources: readonly Source[],
  count: number,
  parts: readonly number[],
): IssueDraft[] {
  const whole = parts.slice(0, sources.length).reduce((sum, part) => sum + part, 0);
  return sources.flatMap(({ project, subjects }, index) => {
    const own = { ...scope, prng: scope.prng.fork(`ordinary/${project.plan.key}`) };
    const amount = Math.max(0, Math.round((count * (parts[index] ?? 0)) / whole));
    const drafts = Array.from({ length: amount }, () => draftIssue(own, project, subjects));
    linkParents(own, drafts);
    return drafts;
  });
}

/**
 * Builds the content of a demo space. The same name, day and space give the same content, ids included.
 *
 * `standard` (about 2,500 issues) and `large` (12,000) of hoshikawa hold the fixed numbers: 佐藤 has exactly 41
 * open issues (12 未対応, 20 処理中, 9 処理済み; 6 overdue; 118 h; WEB, APP and OPS) and WEB's Sprint 24 has
 * 完了 18, 処理済み 5, 処理中 6 and 未対応 4. `small` (about 60) has two projects and no fixed numbers.
 */
export function buildSeed(name: SeedName, { today, spaceName }: SeedOptions): SpaceState {
  const prng = createPrng(`${spaceName}/${name}`);
  const scope: SeedScope = { prng, today, leaverCounted: spaceName === 'hoshikawa' && name !== 'small' };
  const state = new SpaceState(spaceRow(spaceName, today), standardLicence(today));
  const hoshikawa = spaceName === 'hoshikawa';
  addPeople(state, hoshikawa ? hoshikawaPeople : mikazukiPeople, spaceName, today);
  const plans = hoshikawa ? hoshikawaProjects : mikazukiProjects;
  const sources = plans.slice(0, name === 'small' ? 2 : plans.length).map((plan): Source => {
    const subjects = createSubjects(prng.fork(`subjects/${plan.key}`), plan.content);
    return { project: addProject(state, plan, today), subjects };
  });
  const special = hoshikawa ? specialIssues(scope, sources, name !== 'small') : [];
  const rest = totals[spaceName][name] - special.length;
  const drafts = [...special, ...ordinaryIssues(scope, sources, rest, shares[spaceName])];
  addFiles(prng.fork('files'), drafts);
  const written = materialise(state, drafts);
  addActivities(state, written);
  addNotifications(state, prng.fork('notifications'), written);
  addSecondaryContent({
    state,
    prng: prng.fork('secondary'),
    projects: sources.map(({ project }) => project),
    issues: written.issues,
    end: lastMoment(today),
  });
  return state;
}

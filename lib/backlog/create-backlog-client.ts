import { type Caller, createCaller, defaultTimeouts, type Timeouts } from './caller';
import { type IssueEndpoints, issueEndpoints } from './endpoints/issues';
import { type NamedValueEndpoints, namedValueEndpoints } from './endpoints/named-values';
import { type ProjectEndpoints, projectEndpoints } from './endpoints/projects';
import { type RateLimitEndpoints, rateLimitEndpoints } from './endpoints/rate-limit';
import { type SpaceEndpoints, spaceEndpoints } from './endpoints/space';
import { type UserEndpoints, userEndpoints } from './endpoints/users';
import { type VersionEndpoints, versionEndpoints } from './endpoints/versions';
import { type WikiEndpoints, wikiEndpoints } from './endpoints/wikis';
import type { RateBudget } from './rate-budget';
import { createReadGate, type ReadGate } from './read-gate';
import type { RequestContext } from './request';
import type { Sleep } from './sleep';

/** One person at one space. Every method raises `BacklogError`; see there what callers may conclude from it. */
export interface BacklogClient {
  space: SpaceEndpoints;
  users: UserEndpoints;
  projects: ProjectEndpoints;
  versions: VersionEndpoints;
  wikis: WikiEndpoints;
  priorities: NamedValueEndpoints;
  resolutions: NamedValueEndpoints;
  rateLimit: RateLimitEndpoints;
  issues: IssueEndpoints;
  budget: RateBudget;
}

export interface BacklogClientOptions extends RequestContext {
  sleep: Sleep;
  /** 0 ≤ n < 1; spreads repetitions. */
  random?: (() => number) | undefined;
  /** Shared by all clients of the person; a gate of two if left out. */
  readGate?: ReadGate | undefined;
  timeouts?: Partial<Timeouts> | undefined;
}

/**
 * A client of the Backlog API v2. Reads are limited by the gate, repeated after passing failures and held back while
 * the quota is used up; writes are sent once. The allow-list of spaces is the caller's: `origin` receives credentials.
 */
export function createBacklogClient(options: BacklogClientOptions): BacklogClient {
  const caller: Caller = createCaller({
    ...options,
    random: options.random ?? Math.random,
    readGate: options.readGate ?? createReadGate(),
    timeouts: { ...defaultTimeouts, ...options.timeouts },
  });
  return {
    space: spaceEndpoints(caller),
    users: userEndpoints(caller),
    projects: projectEndpoints(caller),
    versions: versionEndpoints(caller),
    wikis: wikiEndpoints(caller),
    priorities: namedValueEndpoints(caller, '/priorities'),
    resolutions: namedValueEndpoints(caller, '/resolutions'),
    rateLimit: rateLimitEndpoints(caller, options.budget),
    issues: issueEndpoints(caller),
    budget: options.budget,
  };
}

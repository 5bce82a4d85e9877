import type { Spaces, TokenStore } from '@/lib/auth';
import {
  type BacklogClient,
  createBacklogClient,
  createRateBudget,
  createReadGate,
  sleep,
} from '@/lib/backlog';
import { AppError } from '@/lib/errors';

export interface Clients {
  /** For a person's screens: few reads in flight. @throws AppError SIGN_IN_AGAIN when the space is not allowed any more */
  forScreens(spaceHost: string, userId: number): BacklogClient;
  /** For runs and plans in the background: same budget, but not queued behind the person's own reads. */
  forWorker(spaceHost: string, userId: number): Promise<BacklogClient>;
}

/** One client pair and one rate budget per (space, person): quotas of Backlog count per person. */
export function createClients(deps: {
  spaces: Spaces;
  tokens: TokenStore;
  readConcurrency: number;
}): Clients {
  const clock = { now: () => Date.now(), monotonic: () => performance.now() };
  const known = new Map<string, { screens: BacklogClient; worker: BacklogClient }>();

  /** The client renews OAuth tokens by itself; that a key died is learned here, from the answer. */
  function noticingRefusedKeys(owner: { spaceHost: string; userId: number }): typeof fetch {
    return async (input, init) => {
      const answer = await fetch(input, init);
      const apiKey = answer.status === 401 && new Headers(init?.headers).get('backlog-api-key');
      // What cannot be noted now is noted at the next refusal; the answer itself counts.
      if (apiKey) await deps.tokens.renew(owner, { kind: 'apiKey', apiKey }).catch(() => null);
      return answer;
    };
  }

  function pair(spaceHost: string, userId: number) {
    const key = `${spaceHost}\n${userId}`;
    const existing = known.get(key);
    if (existing) return existing;
    const space = deps.spaces.fromHost(spaceHost);
    if (!space) throw new AppError('SIGN_IN_AGAIN', { host: spaceHost });
    const owner = { spaceHost, userId };
    const shared = {
      origin: space.origin,
      credential: () => deps.tokens.credential(owner),
      renew: (rejected: Parameters<TokenStore['renew']>[1]) => deps.tokens.renew(owner, rejected),
      fetch: noticingRefusedKeys(owner),
      clock,
      sleep,
      budget: createRateBudget({ clock }),
    };
    const made = {
      screens: createBacklogClient({ ...shared, readGate: createReadGate(deps.readConcurrency) }),
      worker: createBacklogClient(shared),
    };
    known.set(key, made);
    return made;
  }

  return {
    forScreens: (spaceHost, userId) => pair(spaceHost, userId).screens,
    forWorker: async (spaceHost, userId) => pair(spaceHost, userId).worker,
  };
}

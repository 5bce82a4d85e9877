import type { Identity, Space } from '@/lib/auth';
import type { Credential } from '@/lib/auth/token-store';
import { createBacklogClient, createRateBudget, sleep } from '@/lib/backlog';

/** Asks a space who a fresh credential belongs to. @throws BacklogError, SIGN_IN_AGAIN when the space refuses it */
export async function identify(space: Space, credential: Credential): Promise<Identity> {
  const clock = { now: () => Date.now() };
  const client = createBacklogClient({
    origin: space.origin,
    credential: async () => credential,
    fetch,
    clock,
    sleep,
    budget: createRateBudget({ clock }),
  });
  const me = await client.users.myself();
  const own = await client.space.get();
  return {
    userId: me.id,
    userName: me.name,
    roleType: me.roleType,
    lang: me.lang ?? null,
    spaceName: own.name,
    timezone: own.timezone,
  };
}

import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { todayIn } from '@/lib/columns/today-in';
import { env } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import { getContext } from './get-context';
import { getRoot } from './root';
import { getSession } from './session';
import { signInPath } from './sign-in-path';

/** Backlog lets administrators (1) and normal users (2) change issues; everybody else may look. */
const writingRoles = [1, 2];

/**
 * What every page of a space shows: who one is there and which spaces this browser is connected to. Leads to the
 * sign-in page without a session, and answers 404 for a space that is not connected.
 */
export const getSpaceInfo = cache(async (segment: string) => {
  const ctx = await getContext(segment).catch(async (error: unknown) => {
    if (!isAppError(error)) throw error;
    if (error.code === 'NOT_FOUND') notFound();
    if (error.code === 'UNAUTHENTICATED' || error.code === 'SIGN_IN_AGAIN')
      redirect(await signInPath(error.code));
    throw error;
  });
  const [root, session] = await Promise.all([getRoot(), getSession()]);
  const connections = session?.connections ?? [];
  const { actor } = ctx;
  const own = connections.find((connection) => connection.spaceHost === actor.spaceHost);
  return {
    demo: env.app().mode === 'demo',
    info: {
      host: actor.spaceHost,
      name: own?.spaceName ?? actor.spaceHost,
      origin: root.spaces.fromHost(actor.spaceHost)?.origin ?? `https://${actor.spaceHost}`,
      timezone: actor.timezone,
      today: todayIn(actor.timezone, ctx.clock.now()),
      me: { id: actor.userId, name: actor.userName, roleType: actor.roleType },
      canWrite: writingRoles.includes(actor.roleType),
      spaces: connections.map(({ spaceHost, spaceName }) => ({ host: spaceHost, name: spaceName })),
    },
    connections: connections.map(({ spaceHost, spaceName, userName, kind }) => ({
      host: spaceHost,
      name: spaceName,
      userName,
      kind,
    })),
  };
});

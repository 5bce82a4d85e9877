import { cookies } from 'next/headers';
import { cache } from 'react';
import { type Connection, cookieNames, readSessionId } from '@/lib/auth';
import { env } from '@/lib/env';
import { getRoot } from './root';

export interface CurrentSession {
  sessionId: string;
  /** Spaces this browser is connected to, first connected first. */
  connections: Connection[];
}

/** The signed-in session of the request, read once per render; null when there is none (any more). */
export const getSession = cache(async (): Promise<CurrentSession | null> => {
  const jar = await cookies();
  const { session } = cookieNames(env.app().secure);
  const sessionId = await readSessionId(env.secrets().nextAuthSecret, jar.get(session)?.value);
  if (!sessionId) return null;
  const { sessions } = await getRoot();
  const connections = await sessions.connectionsOf(sessionId);
  return connections && { sessionId, connections };
});

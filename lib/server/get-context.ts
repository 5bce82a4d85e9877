import type { ActionContext } from '@/lib/actions/context';
import { AppError } from '@/lib/errors';
import { getRoot } from './root';
import { getSession } from './session';

/** `127.0.0.1%3A4010` and `127.0.0.1:4010` name the same space. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

/**
 * Who acts on which space. The space comes with every call and counts only if this session is connected to it.
 * @param withoutBacklog nothing will be asked of Backlog: a login that it refused does not matter
 * @throws AppError UNAUTHENTICATED (no session), NOT_FOUND (not connected to that space), SIGN_IN_AGAIN (Backlog
 *   refused the stored credential)
 */
export async function getContext(
  space: string,
  { withoutBacklog = false }: { withoutBacklog?: boolean } = {},
): Promise<ActionContext> {
  const root = await getRoot();
  const session = await getSession();
  if (!session) throw new AppError('UNAUTHENTICATED');
  const host = decoded(space);
  const connection = session.connections.find((one) => one.spaceHost === host);
  if (!connection || !root.spaces.fromHost(host)) throw new AppError('NOT_FOUND');
  if (connection.needsSignIn && !withoutBacklog) throw new AppError('SIGN_IN_AGAIN', { host });
  const { userId, userName, roleType, timezone } = connection;
  return {
    actor: { type: 'user', userId, userName, spaceHost: host, roleType, timezone },
    backlog: root.clients.forScreens(host, userId),
    db: root.db,
    clock: root.clock,
    log: root.log.child({ space: host, userId }),
    wake: () => root.worker.wake(),
  };
}

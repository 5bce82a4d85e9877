import { runsGet } from '@/lib/actions/runs/get';
import { AppError } from '@/lib/errors';
import { toActionError } from './action-error';
import { eventStream } from './event-stream';
import { getContext } from './get-context';
import { getRoot } from './root';
import { toResponse } from './route-action';
import { runAction } from './run-action';
import { getSession } from './session';

const ended: ReadonlySet<string> = new Set(['done', 'cancelled']);

/** Progress of a run as server-sent events; refused like any other read before the stream opens. */
export async function runEvents(request: Request, call: { space: string; runId: string }): Promise<Response> {
  const first = await runAction(runsGet, { space: call.space, input: { runId: call.runId } });
  if (!first.ok) return toResponse(first);
  const [root, session, ctx] = await Promise.all([getRoot(), getSession(), getContext(call.space, runsGet)]);
  const stream = eventStream({
    read: () => runsGet.run({ ctx, input: { runId: call.runId } }),
    isEnd: (run) => ended.has(run.state),
    describe: (error) => toActionError(error, ctx.log),
    signal: request.signal,
    async stillAllowed() {
      const connections = session && (await root.sessions.connectionsOf(session.sessionId));
      if (!connections?.some((one) => one.spaceHost === ctx.actor.spaceHost))
        throw new AppError('UNAUTHENTICATED');
    },
  });
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // `no-transform` keeps the server from compressing, which would hold events back.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}

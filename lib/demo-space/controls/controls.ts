import { ApiError } from '../api-error';
import type { Runtime } from '../runtime';
import { dumpState } from '../state-dump';
import { editIssue } from './edit';
import { findPerson, people } from './people';
import { readFaults } from './read-faults';
import { ControlError, readJson, readObject } from './read-json';
import { readLimits } from './read-limits';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

type Control = (runtime: Runtime, request: Request, url: URL) => Promise<unknown> | unknown;

const CONTROLS: Record<string, Control> = {
  'GET /_demo/health': ({ state }) => ({
    status: 'ok',
    name: state.space.spaceKey,
    issues: state.issues.size,
  }),
  'GET /_demo/people': (runtime) => people(runtime),
  'GET /_demo/log': (runtime, _request, url) =>
    runtime.log.since(Number(url.searchParams.get('since') ?? '0') || 0),
  'GET /_demo/state': ({ state }) => dumpState(state),
  'POST /_demo/reset': async (runtime, request) => {
    const { seed } = await readObject(request);
    if (seed !== undefined && typeof seed !== 'string') throw new ControlError('seed must be a string.');
    try {
      runtime.reset(seed);
    } catch (error) {
      throw new ControlError(error instanceof Error ? error.message : 'The seed cannot be built.');
    }
    return { status: 'ok', issues: runtime.state.issues.size };
  },
  'POST /_demo/faults': async (runtime, request) => {
    const faults = readFaults(await readJson(request));
    runtime.faults.add(faults);
    return { status: 'ok', added: faults.length };
  },
  'DELETE /_demo/faults': (runtime) => {
    runtime.faults.clear();
    return { status: 'ok' };
  },
  'POST /_demo/edit': async (runtime, request, url) =>
    editIssue(runtime, await readObject(request), url.origin),
  'POST /_demo/clock': async (runtime, request) => {
    const { offsetMs } = await readObject(request);
    if (typeof offsetMs !== 'number') throw new ControlError('offsetMs must be a number.');
    runtime.clockOffsetMs = offsetMs;
    return { status: 'ok', now: new Date(runtime.now()).toISOString() };
  },
  'POST /_demo/limits': async (runtime, request) => {
    runtime.rates.setLimits(readLimits(await readObject(request)));
    return { status: 'ok' };
  },
  'POST /_demo/revoke': async (runtime, request) => {
    const user = findPerson(runtime, (await readObject(request)).userId);
    runtime.grants.revoke(user.id);
    runtime.revokedKeys.add(user.id);
    return { status: 'ok' };
  },
};

/** `/_demo/*`: what tests and people use to look into and steer the space. Not part of Backlog. */
export async function serveControls(runtime: Runtime, request: Request, url: URL): Promise<Response> {
  if (!LOOPBACK.has(url.hostname)) return Response.json({ error: 'Loopback only.' }, { status: 403 });
  const control = CONTROLS[`${request.method} ${url.pathname}`];
  if (!control) return Response.json({ error: 'There is no such control.' }, { status: 404 });
  try {
    return Response.json(await control(runtime, request, url));
  } catch (error) {
    if (error instanceof ControlError || error instanceof ApiError)
      return Response.json({ error: error.message }, { status: 400 });
    console.error(error);
    return Response.json(
      { error: error instanceof Error ? error.message : 'Unknown error' },
      { status: 500 },
    );
  }
}

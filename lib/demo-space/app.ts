import { Hono } from 'hono';
import { undefinedResource } from './api-error';
import { serveControls } from './controls/controls';
import type { RequestEnv } from './dispatch';
import { dispatch, refuse, requestEnv } from './dispatch';
import { strike } from './effects';
import { authorizeAnswer, authorizePage } from './oauth/authorize';
import type { GrantSnapshot } from './oauth/grants';
import { tokenEndpoint } from './oauth/token';
import { homePage, issuePage } from './pages/pages';
import { routes } from './routes/routes';
import type { DemoSpaceOptions } from './runtime';
import { Runtime } from './runtime';
import type { SpaceState } from './state';
import { dumpState, loadState } from './state-dump';

export interface DemoSpace {
  /**
   * Answers one request as the space would over HTTP, without a port. Rejects like `fetch` does when a fault
   * cuts the connection or the request's signal is aborted (what was received is still carried out).
   */
  handle(request: Request): Promise<Response>;
  /** The present content; another object after a reset. */
  readonly state: SpaceState;
  reset(seed?: string): void;
  /** Number of requests received; while it stands still, nothing has changed. */
  readonly requests: number;
  /** Content and tokens as plain JSON, for `restore` after a restart. Not for a log: it holds live tokens. */
  snapshot(): SpaceSnapshot;
  /** Throws when the snapshot is not one of a demo space. */
  restore(snapshot: SpaceSnapshot): void;
}

export interface SpaceSnapshot {
  state: unknown;
  grants: GrantSnapshot;
}

function router(runtime: Runtime): Hono<{ Bindings: RequestEnv }> {
  const app = new Hono<{ Bindings: RequestEnv }>();
  app.get('/', (c) => homePage(runtime, c.env.received));
  app.get('/view/:key', (c) => issuePage(runtime, c.env.received, c.req.param('key')));
  app.get('/OAuth2AccessRequest.action', (c) => authorizePage(runtime, c.env.received));
  app.post('/OAuth2AccessRequest.action', (c) => authorizeAnswer(runtime, c.env.received));
  app.post('/api/v2/oauth2/token', (c) => tokenEndpoint(runtime, c.env.received));
  for (const route of routes)
    app.on(route.method, `/api/v2${route.path}`, (c) => dispatch(runtime, route, c.env, c.req.param()));
  app.notFound((c) =>
    c.req.path.startsWith('/api/v2/')
      ? refuse(runtime, c.env, undefinedResource(c.req.path))
      : c.text('Not Found', 404),
  );
  return app;
}

/** Waits for the work unless the caller hangs up first; the work goes on either way. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise<T>((resolve, reject) => {
    const hangUp = () => reject(signal.reason);
    signal.addEventListener('abort', hangUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', hangUp));
  });
}

/** Makes a demo space in this process. */
export function createDemoSpace(options: DemoSpaceOptions): DemoSpace {
  const runtime = new Runtime(options);
  const app = router(runtime);

  async function serve(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname.startsWith('/_demo/')) return serveControls(runtime, request, url);
    const env = await requestEnv(runtime, request, url);
    const hungUp = () => runtime.log.ended(env.entry);
    request.signal.addEventListener('abort', hungUp, { once: true });
    if (request.signal.aborted) hungUp();
    const bare = new Request(url, { method: request.method, headers: request.headers });
    try {
      const response = await strike(runtime, env, async () => {
        if (runtime.latencyMs > 0) await runtime.sleep(runtime.latencyMs / 2);
        const answer = await app.fetch(bare, env);
        if (runtime.latencyMs > 0) await runtime.sleep(runtime.latencyMs / 2);
        return answer;
      });
      // The space's own clock, like its rate windows: clients measure their offset by it.
      response.headers.set('Date', new Date(runtime.now()).toUTCString());
      runtime.log.answered(env.entry, response, runtime.clockOffsetMs);
      return response;
    } finally {
      request.signal.removeEventListener('abort', hungUp);
      runtime.log.ended(env.entry);
    }
  }

  return {
    handle: (request) => unlessAborted(request.signal, serve(request)),
    get state() {
      return runtime.state;
    },
    get requests() {
      return runtime.log.seq;
    },
    reset: (seed) => runtime.reset(seed),
    snapshot: () => ({ state: dumpState(runtime.state), grants: runtime.grants.snapshot() }),
    restore(snapshot) {
      runtime.state = loadState(snapshot.state);
      runtime.grants.restore(snapshot.grants);
    },
  };
}

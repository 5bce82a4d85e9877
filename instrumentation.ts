import type { Instrumentation } from 'next';

// NEXT_RUNTIME is no setting: Next replaces it when it compiles, and leaves our server out of the Edge bundle.

/**
 * Runs once when the server starts: checks the environment, opens the database and wakes the worker. A signal to end
 * lets the item in flight finish first.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { getRoot } = await import('@/lib/server/root');
  const { endOnSignals } = await import('@/lib/server/shutdown');
  const { worker } = await getRoot();
  endOnSignals();
  worker.start();
}

/** Errors that Next catches itself: to our log, under the digest that the error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { getRoot } = await import('@/lib/server/root');
  const { log } = await getRoot();
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  log.error(
    { error, digest, path: request.path.split('?', 1)[0], route: context.routePath },
    'request failed',
  );
};

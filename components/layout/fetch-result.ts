import type { ActionError, ActionResult } from '@/lib/actions/action-result';

/** A failed read as react-query keeps it: `error` says what to show. */
export class ReadError extends Error {
  readonly error: ActionError;

  constructor(error: ActionError) {
    super(error.code);
    this.name = 'ReadError';
    this.error = error;
  }
}

/**
 * Reads one of our JSON routes. Throws `ReadError`: with the route's own code, or `NETWORK` when nothing answered.
 */
export async function fetchResult<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal, headers: { accept: 'application/json' } }).catch(
    (cause: unknown) => {
      if (signal.aborted) throw cause;
      throw new ReadError({ code: 'NETWORK', details: {} });
    },
  );
  const result: ActionResult<T> | null = await response.json().catch(() => null);
  if (result === null) throw new ReadError({ code: 'INTERNAL', details: {} });
  if (!result.ok) throw new ReadError(result.error);
  return result.value;
}

/** The failure to show for whatever a query threw. */
export function readErrorOf(error: unknown): ActionError {
  return error instanceof ReadError ? error.error : { code: 'INTERNAL', details: {} };
}

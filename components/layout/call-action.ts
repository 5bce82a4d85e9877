import type { ActionResult } from '@/lib/actions/action-result';
import { ReadError } from './fetch-result';

/**
 * The value of a called server action.
 * @throws ReadError with the action's own code, or `NETWORK` when our server did not answer
 */
export async function callAction<T>(answer: Promise<ActionResult<T>>): Promise<T> {
  const result = await answer.catch(
    (): ActionResult<T> => ({ ok: false, error: { code: 'NETWORK', details: {} } }),
  );
  if (!result.ok) throw new ReadError(result.error);
  return result.value;
}

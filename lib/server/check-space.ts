import { z } from 'zod';
import type { ActionResult } from '@/lib/actions/action-result';
import { probeSpace } from '@/lib/backlog';
import { AppError } from '@/lib/errors';
import { requireOwnOrigin } from './action';
import { BadInputError, toActionError } from './action-error';
import { getRoot } from './root';

const address = z.string().max(1_000);

/**
 * Whether what a person typed is a space that may be used and that answers: one request without credentials. Needs no
 * session. Errors: SPACE_ADDRESS_INVALID, SPACE_NOT_ALLOWED, SPACE_UNKNOWN, SPACE_UNREACHABLE.
 */
export async function checkSpaceAddress(
  typed: unknown,
): Promise<ActionResult<{ host: string; origin: string }>> {
  const { spaces, log } = await getRoot();
  try {
    await requireOwnOrigin();
    const parsed = address.safeParse(typed);
    if (!parsed.success) throw new BadInputError(parsed.error);
    const space = spaces.fromTyped(parsed.data);
    const found = await probeSpace({ origin: space.origin, fetch });
    if (found === 'unknown') throw new AppError('SPACE_UNKNOWN', { host: space.host });
    if (found === 'unreachable') throw new AppError('SPACE_UNREACHABLE', { host: space.host });
    return { ok: true, value: { host: space.host, origin: space.origin } };
  } catch (error) {
    return { ok: false, error: toActionError(error, log) };
  }
}

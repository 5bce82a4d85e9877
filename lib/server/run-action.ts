import type { z } from 'zod';
import type { ActionResult } from '@/lib/actions/action-result';
import type { ActionDefinition } from '@/lib/actions/define-action';
import { AppError } from '@/lib/errors';
import { BadInputError, toActionError } from './action-error';
import { getContext } from './get-context';
import { getRoot } from './root';

/** Longest input of an action, in characters of JSON; 10,000 ids of 12 digits fit. */
const maxInputChars = 400_000;

/**
 * One call of a verb for a person: session and space, then the input, then the verb. Errors become codes; nothing
 * that was not raised on purpose leaves the server.
 * @param guard runs first and throws to refuse the call
 */
export async function runAction<I extends z.ZodType, O extends z.ZodType>(
  definition: ActionDefinition<I, O>,
  call: { space: string; input: unknown; guard?: () => Promise<void> },
): Promise<ActionResult<z.output<O>>> {
  const { log } = await getRoot();
  const named = log.child({ action: definition.name });
  try {
    await call.guard?.();
    const ctx = await getContext(call.space, definition);
    if ((JSON.stringify(call.input) ?? '').length > maxInputChars) throw new AppError('TOO_LARGE');
    const input = definition.input.safeParse(call.input);
    if (!input.success) throw new BadInputError(input.error);
    const value = await definition.run({ ctx, input: input.data });
    return { ok: true, value };
  } catch (error) {
    return { ok: false, error: toActionError(error, named) };
  }
}

import { headers } from 'next/headers';
import type { z } from 'zod';
import type { ActionResult } from '@/lib/actions/action-result';
import type { ActionDefinition } from '@/lib/actions/define-action';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { runAction } from './run-action';
import { isSameOrigin } from './same-origin';

/** Refuses a mutation that another site started. @throws AppError BAD_ORIGIN */
export async function requireOwnOrigin(): Promise<void> {
  if (!isSameOrigin(await headers(), env.app().appUrl)) throw new AppError('BAD_ORIGIN');
}

/** A verb as a server action: `(space, input) => ActionResult`. It never throws. */
export function serverAction<I extends z.ZodType, O extends z.ZodType>(
  definition: ActionDefinition<I, O>,
): (space: string, input: z.input<I>) => Promise<ActionResult<z.output<O>>> {
  return async (space, input) =>
    runAction(definition, { space: String(space), input, guard: requireOwnOrigin });
}

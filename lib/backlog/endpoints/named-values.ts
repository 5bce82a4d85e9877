import { z } from 'zod';
import type { Caller, CallOptions } from '../caller';
import { type BacklogNamed, namedSchema } from '../schemas/issue';

/** Values that are the same in every project: priorities, resolutions. */
export interface NamedValueEndpoints {
  list(options?: CallOptions): Promise<BacklogNamed[]>;
}

const namedListSchema = z.array(namedSchema);

export function namedValueEndpoints(
  caller: Caller,
  path: '/priorities' | '/resolutions',
): NamedValueEndpoints {
  return { list: (options) => caller.read({ path, schema: namedListSchema }, options) };
}

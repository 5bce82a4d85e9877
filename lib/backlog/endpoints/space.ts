import type { Caller, CallOptions } from '../caller';
import { type BacklogSpace, spaceSchema } from '../schemas/project';

export interface SpaceEndpoints {
  get(options?: CallOptions): Promise<BacklogSpace>;
}

export function spaceEndpoints(caller: Caller): SpaceEndpoints {
  return { get: (options) => caller.read({ path: '/space', schema: spaceSchema }, options) };
}

import type { Caller, CallOptions } from '../caller';
import { type BacklogUser, userSchema } from '../schemas/issue';

export interface UserEndpoints {
  /** The person whose credential is used. */
  myself(options?: CallOptions): Promise<BacklogUser>;
}

export function userEndpoints(caller: Caller): UserEndpoints {
  return { myself: (options) => caller.read({ path: '/users/myself', schema: userSchema }, options) };
}

import type { Caller, CallOptions } from '../caller';
import { observeAll, type RateBudget } from '../rate-budget';
import { type BacklogRateLimit, rateLimitSchema } from '../schemas/project';

export interface RateLimitEndpoints {
  /** Asks for all four classes at once (one `read`) and teaches them to the budget. */
  get(options?: CallOptions): Promise<BacklogRateLimit>;
}

export function rateLimitEndpoints(caller: Caller, budget: RateBudget): RateLimitEndpoints {
  return {
    async get(options) {
      const answer = await caller.read({ path: '/rateLimit', schema: rateLimitSchema }, options);
      observeAll(budget, answer.rateLimit);
      return answer;
    },
  };
}

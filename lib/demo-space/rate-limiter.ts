import type { RateClass } from './rate-class';

export interface RateStanding {
  limit: number;
  remaining: number;
  /** Epoch seconds at which the window ends; about now when the class is idle. */
  reset: number;
}

export interface RateRules {
  readonly limits: Readonly<Record<RateClass, number>>;
  windowMs: number;
  /** `first-request`: the window opens with the first call of a class; `clock-minute`: at multiples of its length. */
  window: 'first-request' | 'clock-minute';
}

interface Window {
  endsAt: number;
  used: number;
}

/** Values seen on paid spaces: calls per person and minute. */
export const DEFAULT_LIMITS: Readonly<Record<RateClass, number>> = {
  read: 600,
  update: 150,
  search: 150,
  icon: 60,
};

/** Fixed windows per person and class. All instants are epoch milliseconds. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();
  /** As Backlog does under load: in force at once, also for windows that are open. */
  #limits: Readonly<Record<RateClass, number>>;

  constructor(
    readonly rules: RateRules,
    private readonly now: () => number,
  ) {
    this.#limits = rules.limits;
  }

  /** Changes limits until the next `clear`; the classes left out stay as they are. */
  setLimits(limits: Partial<Record<RateClass, number>>): void {
    this.#limits = { ...this.#limits, ...limits };
  }

  /** Spends one call. `allowed` is false when the window is used up; then nothing is spent. */
  take(userId: number, rateClass: RateClass): RateStanding & { allowed: boolean } {
    const key = `${userId} ${rateClass}`;
    const limit = this.#limits[rateClass];
    let window = this.#windows.get(key);
    if (!window || this.now() >= window.endsAt) {
      window = { endsAt: this.#endOfNewWindow(), used: 0 };
      this.#windows.set(key, window);
    }
    const allowed = window.used < limit;
    if (allowed) window.used += 1;
    return { allowed, limit, remaining: Math.max(0, limit - window.used), reset: seconds(window.endsAt) };
  }

  /** Where a person stands in a class, without spending anything. */
  peek(userId: number | null, rateClass: RateClass): RateStanding {
    const limit = this.#limits[rateClass];
    const window = this.#windows.get(`${userId} ${rateClass}`);
    if (!window || this.now() >= window.endsAt)
      return { limit, remaining: limit, reset: seconds(this.now()) };
    return { limit, remaining: Math.max(0, limit - window.used), reset: seconds(window.endsAt) };
  }

  /** Forgets what was used and goes back to the limits of the beginning. */
  clear(): void {
    this.#windows.clear();
    this.#limits = this.rules.limits;
  }

  /** Windows begin on a whole second, so that the reset header is exact. */
  #endOfNewWindow(): number {
    const { window, windowMs } = this.rules;
    const start =
      window === 'clock-minute' ? Math.floor(this.now() / windowMs) * windowMs : seconds(this.now()) * 1000;
    return start + windowMs;
  }
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** The three headers that every answer of the API carries. */
export function rateHeaders(standing: RateStanding): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(standing.limit),
    'X-RateLimit-Remaining': String(standing.remaining),
    'X-RateLimit-Reset': String(standing.reset),
  };
}

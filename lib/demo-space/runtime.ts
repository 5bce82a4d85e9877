import { FaultList } from './faults';
import { GrantStore } from './oauth/grants';
import type { RateClass } from './rate-class';
import type { RateRules } from './rate-limiter';
import { DEFAULT_LIMITS, RateLimiter } from './rate-limiter';
import { RequestLog } from './request-log';
import type { SpaceState } from './state';

export interface DemoSpaceOptions {
  /** Builds the content of the space; called at the start and at every reset, then with the seed asked for. */
  buildState(seed?: string): SpaceState;
  /** Added to every answer of the API, half before and half after the work is done. */
  latencyMs?: number;
  /** Calls per window; the classes left out keep 600 / 150 / 150 / 60. */
  limits?: Partial<Record<RateClass, number>>;
  window?: RateRules['window'];
  windowSeconds?: number;
  accessTokenTtlSeconds?: number;
  /** Epoch milliseconds; the system clock unless given. */
  clock?: () => number;
  sleep?: (ms: number) => Promise<void>;
}

/** The moving parts of one running demo space. */
export class Runtime {
  state: SpaceState;
  clockOffsetMs = 0;
  /** People whose API keys no longer work. */
  readonly revokedKeys = new Set<number>();
  readonly rates: RateLimiter;
  readonly log: RequestLog;
  readonly faults: FaultList;
  readonly grants: GrantStore;
  readonly sleep: (ms: number) => Promise<void>;
  readonly latencyMs: number;
  readonly #wallClock: () => number;
  readonly #buildState: (seed?: string) => SpaceState;

  constructor(options: DemoSpaceOptions) {
    this.#wallClock = options.clock ?? Date.now;
    this.#buildState = options.buildState;
    this.sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    this.latencyMs = options.latencyMs ?? 0;
    this.rates = new RateLimiter(
      {
        limits: { ...DEFAULT_LIMITS, ...options.limits },
        windowMs: (options.windowSeconds ?? 60) * 1000,
        window: options.window ?? 'first-request',
      },
      () => this.now(),
    );
    this.log = new RequestLog(this.#wallClock);
    this.faults = new FaultList();
    this.grants = new GrantStore(options.accessTokenTtlSeconds ?? 3600, () => this.now());
    this.state = options.buildState();
  }

  /** The space's own time in epoch milliseconds: the clock plus the offset set by the control. */
  now(): number {
    return this.#wallClock() + this.clockOffsetMs;
  }

  /**
   * Builds the content anew and forgets log, faults, quotas and clock offset. OAuth tokens stay valid: people
   * of a seed keep their ids, and an app signed in to the space stays signed in.
   */
  reset(seed?: string): void {
    this.state = this.#buildState(seed);
    this.clockOffsetMs = 0;
    this.revokedKeys.clear();
    this.rates.clear();
    this.log.clear();
    this.faults.clear();
  }
}

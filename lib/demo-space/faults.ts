/**
 * What a fault does to a request it meets. `before` and `after` say whether it is carried out: `reset-after` and
 * `timeout-after` carry it out and then give no answer. `ignore` drops parameters unnoticed, `answer-with` carries the
 * request out and shows this JSON in place of the result. Durations are milliseconds.
 */
export type FaultEffect =
  | {
      kind: 'status';
      status: number;
      body?: unknown;
      headers?: Record<string, string>;
      resetInSeconds?: number;
      /** False: the answer says nothing of the caller's quota, as one of a proxy does. */
      rateHeaders?: boolean;
    }
  | { kind: 'delay'; ms: number }
  | { kind: 'reset-before' }
  | { kind: 'reset-after' }
  | { kind: 'timeout-after'; ms?: number }
  | { kind: 'timeout-before'; ms?: number }
  | { kind: 'ignore'; params: string[] }
  | { kind: 'answer-with'; body: unknown }
  | { kind: 'truncate' }
  | { kind: 'html'; status?: number }
  | { kind: 'redirect'; location: string; status?: number }
  | { kind: 'late-apply'; ms: number };

export interface Fault {
  match?: {
    method?: string;
    /** A path such as `/api/v2/issues/*`; `*` stands for any text. */
    path?: string;
    /** From the nth request (1 is the first) that method and path match, counted since the fault was set. */
    nth?: number;
    /** Between 0 and 1, drawn from a fixed sequence so that a test repeats. */
    probability?: number;
  };
  effect: FaultEffect;
  /** How often it strikes; unlimited when left out (once with `nth`). */
  times?: number;
}

interface ArmedFault {
  fault: Fault;
  path: RegExp | null;
  seen: number;
  left: number;
}

function pattern(path: string | undefined): RegExp | null {
  if (path === undefined) return null;
  const escaped = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`);
}

/** The faults in force; the first that matches a request strikes it. */
export class FaultList {
  #armed: ArmedFault[] = [];
  #random = 0x2f6e2b1;

  add(faults: readonly Fault[]): void {
    for (const fault of faults)
      this.#armed.push({
        fault,
        path: pattern(fault.match?.path),
        seen: 0,
        left: fault.times ?? (fault.match?.nth === undefined ? Number.POSITIVE_INFINITY : 1),
      });
  }

  clear(): void {
    this.#armed = [];
  }

  /** The effect that strikes this request, or null. Counts the request for every fault it matches. */
  take(method: string, path: string): FaultEffect | null {
    let struck: FaultEffect | null = null;
    for (const armed of this.#armed) {
      const match = armed.fault.match ?? {};
      if (match.method !== undefined && match.method.toUpperCase() !== method) continue;
      if (armed.path && !armed.path.test(path)) continue;
      armed.seen += 1;
      if (struck !== null || armed.left <= 0) continue;
      if (match.nth !== undefined && armed.seen < match.nth) continue;
      if (match.probability !== undefined && this.#draw() >= match.probability) continue;
      armed.left -= 1;
      struck = armed.fault.effect;
    }
    return struck;
  }

  /** Mulberry32: small, and the same sequence in every run. */
  #draw(): number {
    this.#random = (this.#random + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#random ^ (this.#random >>> 15), 1 | this.#random);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

import { type RateClass, rateClasses } from './rate-class';
import { type RateReading, readRateHeaders, readServerDate } from './rate-reading';
import { createServerClock } from './server-clock';
import { type ClockPair, createSteadyClock } from './steady-clock';

/** What is left of a class. `resetAt` is on our clock, ms. */
export interface RateSnapshot {
  limit: number;
  remaining: number;
  resetAt: number;
}

/** One request that is under way. Exactly one of the methods is called, once. */
export interface RateTicket {
  answered(status: number, headers: Headers): void;
  /** No answer came. `reached` says whether Backlog may have counted the request. */
  unanswered(reached: boolean): void;
}

/** How many requests one person may still send to one space. Share one between everything that acts for that person. */
export interface RateBudget {
  begin(rateClass: RateClass): RateTicket;
  /** Takes in numbers that came by another way than the headers of that class, e.g. `GET /rateLimit`. */
  observe(rateClass: RateClass, reading: RateReading, serverDate?: number | null): void;
  /** What is known, less the requests in flight; null before the first answer of the class. */
  snapshot(rateClass: RateClass): RateSnapshot | null;
  /**
   * How long to wait before the next request of the class, ms; 0 = it may go now. `reserve` requests of each window
   * are left to the person; of very small limits at most half is reserved.
   */
  waitMs(rateClass: RateClass, options: { reserve: number }): number;
  /** How many 429s in a row named no reset: how long to wait is a guess then. */
  blindRefusals(rateClass: RateClass): number;
}

interface ClassState {
  known: (RateReading & { order: number }) | null;
  inFlight: number;
  blockedUntil: number;
  /** 429s in a row. */
  refusals: number;
  /** Of these, the last ones that named no reset. */
  blind: number;
}

const minuteMs = 60_000;
const longestBlockMs = 5 * minuteMs;
/** How soon to look again when only our own requests in flight stand in the way. */
const recheckMs = 100;

/**
 * @param resetMarginMs added to every reset: Backlog names whole seconds, and a request that comes early is refused
 */
export function createRateBudget(options: { clock: ClockPair; resetMarginMs?: number }): RateBudget {
  const { resetMarginMs = 1_000 } = options;
  const clock = createSteadyClock(options.clock);
  const serverClock = createServerClock(clock);
  let order = 0;
  const newState = (): ClassState => ({ known: null, inFlight: 0, blockedUntil: 0, refusals: 0, blind: 0 });
  const states: Record<RateClass, ClassState> = {
    read: newState(),
    update: newState(),
    search: newState(),
    icon: newState(),
  };

  const opensAt = (reading: RateReading) => serverClock.toOurs(reading.reset * 1_000) + resetMarginMs;

  function take(state: ClassState, reading: RateReading, takenOrder: number): void {
    const known = state.known;
    const sameWindow = known !== null && known.reset === reading.reset && known.limit === reading.limit;
    if (sameWindow) {
      // Answers overtake each other; within a window the smaller number is the later one.
      state.known = {
        ...reading,
        remaining: Math.min(known.remaining, reading.remaining),
        order: Math.max(known.order, takenOrder),
      };
    } else if (known === null || takenOrder > known.order || reading.reset > known.reset) {
      state.known = { ...reading, order: takenOrder };
    }
  }

  function block(state: ClassState, reading: RateReading | null): void {
    const now = clock.now();
    state.refusals += 1;
    state.blind = reading === null ? state.blind + 1 : 0;
    const doublings = 2 ** Math.min(state.refusals - 1, 10);
    const until =
      reading === null
        ? now + Math.min(minuteMs * doublings, longestBlockMs)
        : Math.max(opensAt(reading), now + Math.min(1_000 * doublings, longestBlockMs));
    state.blockedUntil = Math.max(state.blockedUntil, until);
  }

  function remainingOf(state: ClassState, known: RateReading): number {
    const left = clock.now() >= opensAt(known) ? known.limit : known.remaining;
    return Math.max(0, left - state.inFlight);
  }

  return {
    begin(rateClass) {
      const state = states[rateClass];
      order += 1;
      const taken = order;
      state.inFlight += 1;
      return {
        answered(status, headers) {
          state.inFlight -= 1;
          const date = readServerDate(headers);
          if (date !== null) serverClock.learn(date);
          // A refused token is nobody's: the numbers beside it are not this person's.
          const reading = status === 401 ? null : readRateHeaders(headers);
          if (reading !== null) take(state, reading, taken);
          if (status === 429) block(state, reading);
          else {
            state.refusals = 0;
            state.blind = 0;
          }
        },
        unanswered(reached) {
          state.inFlight -= 1;
          if (reached && state.known !== null) {
            state.known = { ...state.known, remaining: Math.max(0, state.known.remaining - 1) };
          }
        },
      };
    },

    observe(rateClass, reading, serverDate = null) {
      if (serverDate !== null) serverClock.learn(serverDate);
      order += 1;
      take(states[rateClass], reading, order);
    },

    snapshot(rateClass) {
      const state = states[rateClass];
      if (state.known === null) return null;
      return {
        limit: state.known.limit,
        remaining: remainingOf(state, state.known),
        resetAt: clock.toWall(serverClock.toOurs(state.known.reset * 1_000)),
      };
    },

    waitMs(rateClass, { reserve }) {
      const state = states[rateClass];
      const now = clock.now();
      if (state.blockedUntil > now) return state.blockedUntil - now;
      if (state.known === null) return 0;
      const kept = Math.min(reserve, Math.floor(state.known.limit / 2));
      if (remainingOf(state, state.known) > kept) return 0;
      return Math.max(opensAt(state.known) - now, recheckMs);
    },

    blindRefusals: (rateClass) => states[rateClass].blind,
  };
}

/** Takes in all four classes of `GET /rateLimit`. */
export function observeAll(budget: RateBudget, readings: Record<RateClass, RateReading>): void {
  for (const rateClass of rateClasses) budget.observe(rateClass, readings[rateClass]);
}

import { IDS } from '@/lib/demo-space/testing';
import { quietLog, SPACE, type World } from '@/lib/runs/testing';
import type { ActionContext, Actor } from './context';

export interface TestContext extends ActionContext {
  /** How often the worker was told to look. */
  woken: () => number;
  /** Moves the clock of the verbs, ms. */
  advance: (ms: number) => void;
}

/** A person of the small demo space (its administrator unless told otherwise) calling verbs. */
export function contextOf(world: World, given: Partial<Actor> = {}): TestContext {
  const userId = given.userId ?? IDS.admin;
  let offsetMs = 0;
  let wakes = 0;
  return {
    actor: {
      type: 'user',
      userId,
      userName: `人${userId}`,
      spaceHost: SPACE,
      roleType: 1,
      timezone: 'Asia/Tokyo',
      ...given,
    },
    backlog: world.clientFor(userId),
    db: world.db,
    clock: { now: () => new Date(Date.now() + offsetMs) },
    log: quietLog,
    wake: () => {
      wakes += 1;
    },
    woken: () => wakes,
    advance: (ms) => {
      offsetMs += ms;
    },
  };
}

/** Code of the error that a call raises; null when it raises none. */
export async function codeOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

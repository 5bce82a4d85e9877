import { Backlog } from 'backlog-js';
import { createDemoSpace, type DemoSpace } from '../app';
import type { IssueRow } from '../rows';
import type { DemoSpaceOptions } from '../runtime';
import { buildSeed } from '../seed';

export const HOST = 'hoshikawa.backlog.test';
export const TODAY = '2026-11-22';

/** A demo space in this process, and Nulab's client speaking to it. */
export interface JudgedSpace {
  readonly space: DemoSpace;
  /** What clients are given instead of the network. */
  readonly fetch: typeof fetch;
  /** Moves the space's clock, in milliseconds. */
  advance(ms: number): void;
  /** A client that signs in with an API key. */
  as(apiKey: string): Backlog;
  /** The stored row behind a key. Throws when there is none. */
  row(issueKey: string): IssueRow;
}

/** Starts a space with the `small` seed at 10:00 of the seed's day, Japanese time. */
export function judgedSpace(options: Partial<DemoSpaceOptions> = {}): JudgedSpace {
  let now = Date.parse(`${TODAY}T10:00:00+09:00`);
  const space = createDemoSpace({
    buildState: () => buildSeed('small', { today: TODAY, spaceName: 'hoshikawa' }),
    clock: () => now,
    ...options,
  });
  const viaHandle: typeof fetch = (input, init) => space.handle(new Request(input, init));
  return {
    space,
    fetch: viaHandle,
    advance: (ms) => {
      now += ms;
    },
    as: (apiKey) => new Backlog({ host: HOST, apiKey, fetch: viaHandle }),
    row: (issueKey) => {
      const row = space.state.issueByKey(issueKey);
      if (!row) throw new Error(`No issue ${issueKey}`);
      return row;
    },
  };
}

/** The first element. Throws on an empty list, so that a test never compares nothing. */
export function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('the list is empty');
  return item;
}

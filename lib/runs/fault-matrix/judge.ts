import type { PlanItem } from '@/lib/bulk';
import type { ItemState, RunState } from '../transitions';
import { judgeContent } from './judge-content';
import { judgeTraffic } from './judge-traffic';
import { attribute, keyOf } from './planned-writes';

/** One request as the space wrote it down. `GET /_demo/log` answers a list of these. */
export interface ReceivedRequest {
  seq: number;
  /** Arrival, ISO 8601 with milliseconds. */
  at: string;
  method: string;
  path: string;
  body: string | null;
  userId: number | null;
  /** Null while unanswered, and when the connection ended without an answer. */
  status: number | null;
  /** When a write took effect; absent when it did not. */
  appliedAt?: string;
  /** When the answer left or the connection ended; absent while in flight. */
  answeredAt?: string;
  /** What the answer told of the caller's quota. */
  quota?: { remaining: number; resetAt: string };
}

/** A row of an approved plan: the yardstick. */
export type YardstickItem = Pick<
  PlanItem,
  'issueId' | 'projectId' | 'included' | 'params' | 'diffs' | 'step' | 'stage' | 'report'
>;

/** What the run states about a row: the thing judged. */
export interface StatedItem {
  issueId: number;
  state: ItemState;
  /** `{code}` as the ledger keeps it. */
  reason?: unknown;
  createdId?: number | null;
}

export interface JudgedRun {
  userId: number;
  state: RunState;
  planItems: readonly YardstickItem[];
  runItems: readonly StatedItem[];
}

export interface Evidence {
  /** Everything that the space received, in order of arrival. */
  log: readonly ReceivedRequest[];
  /** Every run that may have written. */
  runs: readonly JudgedRun[];
  /** Requests of other tools that act for the same people; everything else is taken for the engine's. */
  foreign?: ((request: ReceivedRequest) => boolean) | undefined;
  /** Issues that somebody else changed after the plan was made: lists are merged, fields at target are left out. */
  edited?: ReadonlySet<number> | undefined;
  /** How long nothing may be sent after a first 429 that tells no reset, ms. Doubles in a row up to five minutes. */
  blindWaitMs?: number | undefined;
}

export interface Violation {
  /**
   * I1 every planned row has exactly one stated outcome or is visibly pending. I2 what is stated as applied is what
   * took effect. I3 what must not be repeated took effect once at most. I4 nothing beside the plan was sent. I5 one
   * write in flight per person, and none before its time.
   */
  rule: 'I1' | 'I2' | 'I3' | 'I4' | 'I5';
  issueId: number | null;
  what: string;
}

/**
 * Judges runs by what the space itself received. Pure: the log of any space that keeps one will do, fetched over HTTP
 * or taken from memory. An empty list is an acquittal.
 */
export function judge(evidence: Evidence): Violation[] {
  const { foreign = () => false } = evidence;
  const writes = evidence.log.filter((request) => isWrite(request) && !foreign(request));
  return [
    ...evidence.runs.flatMap(judgeStatements),
    ...judgeEffects(evidence.runs, writes),
    ...judgeContent(evidence.runs, writes, evidence.edited ?? new Set()),
    ...evidence.runs.flatMap(judgeArchives),
    ...judgeTraffic(writes, evidence.blindWaitMs ?? 60_000),
  ];
}

function isWrite({ method, path }: ReceivedRequest): boolean {
  return method !== 'GET' && path.startsWith('/api/v2/') && !path.startsWith('/api/v2/oauth2/');
}

/** I1 */
function judgeStatements(run: JudgedRun): Violation[] {
  const stated = new Map<number, number>();
  for (const { issueId } of run.runItems) stated.set(issueId, (stated.get(issueId) ?? 0) + 1);
  const planned = new Set(run.planItems.filter((item) => item.included).map((item) => item.issueId));
  const ended = run.state === 'done' || run.state === 'cancelled';
  const rule = 'I1';
  return [
    ...[...planned].flatMap((issueId): Violation[] =>
      stated.get(issueId) === 1
        ? []
        : [{ rule, issueId, what: `${stated.get(issueId) ?? 0} statements about a planned row` }],
    ),
    ...[...stated.keys()].flatMap((issueId): Violation[] =>
      planned.has(issueId) ? [] : [{ rule, issueId, what: 'a statement about a row that is not planned' }],
    ),
    ...run.runItems.flatMap(({ issueId, state }): Violation[] =>
      ended && (state === 'planned' || state === 'intent')
        ? [{ rule, issueId, what: `the run is ${run.state}, the row still ${state}` }]
        : [],
    ),
  ];
}

/** I4: what wants complete success was carried out although a row of an earlier stage was not done. */
function judgeArchives({ planItems, runItems }: JudgedRun): Violation[] {
  const stated = new Map(runItems.map((item) => [item.issueId, item]));
  const stateOf = (issueId: number) => stated.get(issueId)?.state;
  return planItems.flatMap(({ issueId, step, stage = 0, report }): Violation[] => {
    const archives = step?.kind === 'archiveMilestone' && step.afterSuccess === true;
    if (!(archives || report !== undefined) || stateOf(issueId) !== 'applied') return [];
    const notDone = planItems.filter((item) => {
      const state = stateOf(item.issueId);
      return item.included && (item.stage ?? 0) < stage && state !== 'applied' && state !== 'unchanged';
    });
    return notDone.length === 0
      ? []
      : [
          {
            rule: 'I4',
            issueId,
            what: `${archives ? 'archived' : 'reported'} with ${notDone.length} rows not done`,
          },
        ];
  });
}

/** I2 and I3: per person and row, over all runs, because the log does not know of runs. */
function judgeEffects(runs: readonly JudgedRun[], writes: readonly ReceivedRequest[]): Violation[] {
  const counted = new Map<string, { issueId: number; least: number; most: number; onceOnly: number }>();
  for (const run of runs) {
    const rows = new Map(run.planItems.map((item) => [item.issueId, item]));
    for (const item of run.runItems) {
      const key = keyOf(run.userId, item.issueId);
      const count = counted.get(key) ?? { issueId: item.issueId, least: 0, most: 0, onceOnly: 0 };
      const { least, most } = effectsOf(item);
      const row = rows.get(item.issueId);
      counted.set(key, {
        ...count,
        least: count.least + least,
        most: count.most + most,
        onceOnly: count.onceOnly + (row !== undefined && isOnceOnly(row) ? 1 : 0),
      });
    }
  }
  const effects = new Map<string, ReceivedRequest[]>();
  for (const write of writes.filter((one) => one.appliedAt !== undefined)) {
    const key = attribute(write, runs);
    if (key !== null) effects.set(key, [...(effects.get(key) ?? []), write]);
  }
  return [...counted].flatMap(([key, { issueId, least, most, onceOnly }]): Violation[] => {
    const took = effects.get(key) ?? [];
    const once = took.filter(carriesOnceOnly).length;
    return [
      ...(took.length < least || took.length > most
        ? [
            {
              rule: 'I2',
              issueId,
              what: `${took.length} writes took effect, ${least} to ${most} stated`,
            } as const,
          ]
        : []),
      ...(once > onceOnly
        ? [{ rule: 'I3', issueId, what: `took effect ${once} times, may ${onceOnly}` } as const]
        : []),
    ];
  });
}

/** How many writes a statement speaks of. What a person decided by hand, and open rows, leave room. */
function effectsOf({ state, reason }: StatedItem): { least: number; most: number } {
  const code = codeOf(reason);
  const open = state === 'intent' || state === 'unknown';
  if (open || code === 'SETTLED_BY_HAND' || code === 'CHANGED_DURING_WRITE') return { least: 0, most: 1 };
  return state === 'applied' ? { least: 1, most: 1 } : { least: 0, most: 0 };
}

function codeOf(reason: unknown): unknown {
  return typeof reason === 'object' && reason !== null && 'code' in reason ? reason.code : null;
}

function isOnceOnly({ params, step }: YardstickItem): boolean {
  return step !== undefined || params.comment !== undefined || params.notifiedUserId !== undefined;
}

function carriesOnceOnly({ method, body }: ReceivedRequest): boolean {
  if (method === 'POST' || method === 'DELETE') return true;
  return [...new URLSearchParams(body ?? '').keys()].some((name) =>
    /^(comment$|notifiedUserId\b)/.test(name),
  );
}

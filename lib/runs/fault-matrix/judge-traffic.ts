import type { ReceivedRequest, Violation } from './judge';

const longestBlindWaitMs = 300_000;

/** I5: of each person one write in flight at most, and none before the time that Backlog told. */
export function judgeTraffic(writes: readonly ReceivedRequest[], blindWaitMs: number): Violation[] {
  const byPerson = new Map<number, ReceivedRequest[]>();
  for (const write of writes) {
    if (write.userId !== null) byPerson.set(write.userId, [...(byPerson.get(write.userId) ?? []), write]);
  }
  return [...byPerson.values()].flatMap((mine) => [...overlaps(mine), ...tooSoon(mine, blindWaitMs)]);
}

function overlaps(writes: readonly ReceivedRequest[]): Violation[] {
  let busyUntil = Number.NEGATIVE_INFINITY;
  return writes.flatMap((write): Violation[] => {
    const arrived = Date.parse(write.at);
    const overlap = arrived < busyUntil;
    const ended = write.answeredAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(write.answeredAt);
    busyUntil = Math.max(busyUntil, ended);
    return overlap ? [{ rule: 'I5', issueId: null, what: `second write in flight: ${nameOf(write)}` }] : [];
  });
}

function tooSoon(writes: readonly ReceivedRequest[], blindWaitMs: number): Violation[] {
  let notBefore = Number.NEGATIVE_INFINITY;
  let blind = 0;
  return writes.flatMap((write): Violation[] => {
    const early = Date.parse(write.at) < notBefore;
    blind = write.status === 429 && write.quota === undefined ? blind + 1 : 0;
    notBefore = Math.max(notBefore, toldBy(write, blindWaitMs * 2 ** Math.max(0, blind - 1)));
    return early ? [{ rule: 'I5', issueId: null, what: `before its time: ${nameOf(write)}` }] : [];
  });
}

/** The instant before which this answer forbids the next write. */
function toldBy({ status, quota, answeredAt }: ReceivedRequest, blindMs: number): number {
  const none = Number.NEGATIVE_INFINITY;
  if (status === null) return none;
  if (quota !== undefined) return status === 429 || quota.remaining === 0 ? Date.parse(quota.resetAt) : none;
  if (status !== 429 || answeredAt === undefined) return none;
  return Date.parse(answeredAt) + Math.min(blindMs, longestBlindWaitMs);
}

function nameOf({ seq, method, path, at }: ReceivedRequest): string {
  return `#${seq} ${method} ${path} at ${at}`;
}

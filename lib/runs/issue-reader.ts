import type { BacklogClient } from '@/lib/backlog';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { RunClock } from './run-clock';

export interface TimedRead {
  issue: BacklogIssue;
  /** Monotonic time when it was asked for. */
  askedAt: number;
  /** Read ahead of its turn, while another write was in flight. */
  ahead: boolean;
}

/** Reads issues right before their writes, and the next one while a write is in flight: one engine read at a time. */
export interface IssueReader {
  read: (issueId: number) => Promise<TimedRead>;
  readAhead: (issueId: number) => void;
}

export function createIssueReader(client: BacklogClient, clock: RunClock): IssueReader {
  let ahead: { issueId: number; answer: Promise<TimedRead> } | null = null;

  async function ask(issueId: number, isAhead: boolean): Promise<TimedRead> {
    const askedAt = clock.monotonic();
    return { issue: await client.issues.get(issueId), askedAt, ahead: isAhead };
  }

  return {
    async read(issueId) {
      const prepared = ahead;
      ahead = null;
      if (prepared === null) return ask(issueId, false);
      if (prepared.issueId === issueId) return prepared.answer;
      // Not ours, but it is in flight: a second engine read beside it is not allowed.
      await prepared.answer.catch(() => undefined);
      return ask(issueId, false);
    },
    readAhead(issueId) {
      if (ahead !== null) return;
      const answer = ask(issueId, true);
      // Judged when its turn comes; until then nobody listens.
      answer.catch(() => undefined);
      ahead = { issueId, answer };
    },
  };
}

import { namedDiff } from './named-diff';
import type { PlanItem } from './plan';

/** Somebody who is expected to hear of the run. */
export interface ExpectedNotices {
  userId: number;
  /** As the plan shows it; null for somebody of whom it knows the id alone. */
  name: string | null;
  /** Notices in Backlog: one per updated issue. */
  count: number;
}

export interface NotificationForecast {
  /** Most notices first. */
  people: ExpectedNotices[];
  /** All notices together. */
  total: number;
}

/**
 * Who is expected to get how many notices in Backlog, by the rules that are known: each update tells the assignee that
 * the issue then has and the people it names, each once, and never the person who does it. An estimate: what project
 * mail, watching and webhooks add, and what people have switched off, no plan knows.
 *
 * @param actorId the person in whose name the plan is carried out
 */
export function notificationForecast(items: readonly PlanItem[], actorId: number): NotificationForecast {
  const people = new Map<number, ExpectedNotices>();
  for (const item of items) {
    if (!item.included || item.step !== undefined) continue;
    const assignee = assigneeAfter(item);
    const told = new Set([...(assignee ? [assignee.id] : []), ...(item.params.notifiedUserId ?? [])]);
    told.delete(actorId);
    for (const userId of told) {
      const name = assignee?.id === userId ? assignee.name : null;
      const known = people.get(userId);
      people.set(userId, { userId, name: known?.name ?? name, count: (known?.count ?? 0) + 1 });
    }
  }
  const list = [...people.values()].sort((a, b) => b.count - a.count || a.userId - b.userId);
  return { people: list, total: list.reduce((sum, { count }) => sum + count, 0) };
}

function assigneeAfter({ diffs, current }: PlanItem) {
  const diff = namedDiff(diffs, 'assignee');
  return (diff === undefined ? current?.assignee : diff.after) ?? null;
}

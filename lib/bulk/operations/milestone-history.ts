import type { BacklogComment } from '@/lib/backlog/schemas/comment';
import { dayIn } from '@/lib/backlog/schemas/date-only';

/** Fields whose past the figures of a milestone need. */
const historyFields = ['milestone', 'status', 'estimatedHours'] as const;
export type HistoryField = (typeof historyFields)[number];

/** One change of one field, as the change log has it: values are texts in the language of who reads, never ids. */
export interface HistoryEvent {
  /** UTC instant. */
  at: string;
  field: HistoryField;
  from: string | null;
  to: string | null;
}

/** What an issue's comments tell of its milestones, statuses and estimates, oldest first. */
export function historyEvents(
  comments: readonly Pick<BacklogComment, 'id' | 'created' | 'changeLog'>[],
): HistoryEvent[] {
  const ordered = [...comments].sort((a, b) => Date.parse(a.created) - Date.parse(b.created) || a.id - b.id);
  return ordered.flatMap(({ created, changeLog }) =>
    (changeLog ?? []).flatMap(({ field, originalValue, newValue }): HistoryEvent[] => {
      const known = historyFields.find((one) => one === field);
      return known === undefined ? [] : [{ at: created, field: known, from: originalValue, to: newValue }];
    }),
  );
}

/**
 * Ids of the milestones that a change log names. The names are joined by commas, so a name that holds one is
 * ambiguous: known names are tried first, the longest before the others. Names that no milestone has any more are
 * passed over.
 */
export function milestonesNamed(
  text: string | null,
  milestones: readonly { id: number; name: string }[],
): number[] {
  const longest = [...milestones].sort((a, b) => b.name.length - a.name.length);
  const ids: number[] = [];
  let rest = text?.trim() ?? '';
  while (rest !== '') {
    const found = longest.find(({ name }) => name !== '' && beginsWith(rest, name));
    if (found !== undefined) ids.push(found.id);
    const length = found?.name.length ?? rest.search(/,|$/);
    rest = rest
      .slice(length)
      .replace(/^\s*,\s*/, '')
      .trimStart();
  }
  return ids;
}

/** Whether a list of names begins with this one, whole. */
function beginsWith(list: string, name: string): boolean {
  return list.startsWith(name) && /^\s*(,|$)/.test(list.slice(name.length));
}

/** Names that the four fixed statuses have in the languages of Backlog. */
const fixedStatusNames: readonly (readonly [id: number, ...names: string[]])[] = [
  [1, '未対応', 'Open'],
  [2, '処理中', 'In Progress'],
  [3, '処理済み', 'Resolved'],
  [4, '完了', 'Closed'],
];

/** Id of the status that a change log names; null where the project has no such status any more. */
export function statusNamed(
  text: string | null,
  statuses: readonly { id: number; name: string }[],
): number | null {
  const own = statuses.find(({ name }) => name === text);
  const fixed = fixedStatusNames.find(([, ...names]) => text !== null && names.includes(text));
  return own?.id ?? fixed?.[0] ?? null;
}

/** What an issue has now, as far as its past is asked for. */
export interface PresentIssue {
  /** UTC instant. */
  created: string;
  statusId: number;
  milestoneIds: readonly number[];
  estimatedHours: number | null;
}

/** What an issue had when a day ended. */
export interface PastIssue {
  /** Null: a status that the project has no more. */
  statusId: number | null;
  milestoneIds: readonly number[];
  estimatedHours: number | null;
}

/** How names of the past are understood. */
export interface HistoryNames {
  milestones: readonly { id: number; name: string }[];
  statuses: readonly { id: number; name: string }[];
  /** IANA zone of the space: it says when a day ends. */
  timezone: string;
}

/**
 * The past of one issue, worked out backwards: when a day ended a field had what the first change after that day found,
 * and if nothing changed since, what it has now. Null before the issue was there.
 */
export function pastOf(
  issue: PresentIssue,
  events: readonly HistoryEvent[],
  names: HistoryNames,
): (day: string) => PastIssue | null {
  const dated = events.map((event) => ({ ...event, day: dayIn(names.timezone, new Date(event.at)) }));
  const born = dayIn(names.timezone, new Date(issue.created));
  return (day) => {
    if (day < born) return null;
    const next = (field: HistoryField) => dated.find((event) => event.field === field && event.day > day);
    const milestone = next('milestone');
    const status = next('status');
    const hours = next('estimatedHours');
    return {
      milestoneIds:
        milestone === undefined ? issue.milestoneIds : milestonesNamed(milestone.from, names.milestones),
      statusId: status === undefined ? issue.statusId : statusNamed(status.from, names.statuses),
      estimatedHours: hours === undefined ? issue.estimatedHours : hoursNamed(hours.from),
    };
  };
}

function hoursNamed(text: string | null): number | null {
  const hours = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(hours) ? hours : null;
}

/**
 * From how many milestones an issue was carried over: taken from one whose last day had come into one that it had not
 * held and that ends later. Back and once more, as after an undo, is the same carry-over.
 *
 * @param milestones of the project; `dueDate` yyyy-MM-dd
 */
export function carryOverCount(
  events: readonly HistoryEvent[],
  milestones: readonly { id: number; name: string; dueDate: string | null }[],
  timezone: string,
): number {
  const carried = new Set<number>();
  let count = 0;
  for (const { at, field, from, to } of events) {
    if (field !== 'milestone') continue;
    const day = dayIn(timezone, new Date(at));
    const before = milestonesNamed(from, milestones);
    const after = milestonesNamed(to, milestones);
    const entered = milestones.filter(({ id }) => after.includes(id) && !before.includes(id));
    const left = milestones.filter(
      ({ id, dueDate: end }) =>
        before.includes(id) &&
        !after.includes(id) &&
        end !== null &&
        end <= day &&
        entered.some(({ dueDate }) => dueDate === null || dueDate > end),
    );
    if (left.some(({ id }) => !carried.has(id))) count += 1;
    for (const { id } of left) carried.add(id);
  }
  return count;
}

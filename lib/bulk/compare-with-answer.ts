import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { dateValueOf, idsOf, OLD_RECORDS_TIMEZONE, sameIds } from './issue-values';
import type { DiffField, IssueUpdateParams } from './plan';

/**
 * Fields where an issue shows something else than the parameters say: after a write, what Backlog stored differently;
 * on any later read, what is not (or no longer) at our value. Comments are not part of an issue and do not count.
 *
 * @param timezone IANA zone of the space; matters for date values of old records only
 */
export function compareWithAnswer(
  sent: IssueUpdateParams,
  answer: BacklogIssue,
  timezone: string = OLD_RECORDS_TIMEZONE,
): DiffField[] {
  const differs: DiffField[] = [];
  const expect = <T>(field: DiffField, wanted: T | undefined, stored: T, same: (a: T, b: T) => boolean) => {
    if (wanted !== undefined && !same(wanted, stored)) differs.push(field);
  };
  expect<number>('status', sent.statusId, answer.status.id, Object.is);
  expect<number | null>('resolution', sent.resolutionId, answer.resolution?.id ?? null, Object.is);
  expect<number | null>('assignee', sent.assigneeId, answer.assignee?.id ?? null, Object.is);
  expect<number>('priority', sent.priorityId, answer.priority.id, Object.is);
  expect<string | null>('dueDate', sent.dueDate, dateValueOf(answer, 'dueDate', timezone), Object.is);
  expect<string | null>('startDate', sent.startDate, dateValueOf(answer, 'startDate', timezone), Object.is);
  expect('milestone', sent.milestoneId, idsOf(answer.milestone), sameIds);
  expect('category', sent.categoryId, idsOf(answer.category), sameIds);
  return differs;
}

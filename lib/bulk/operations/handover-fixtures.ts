import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { japaneseHolidays } from '../japanese-holidays';
import { issueWith, OPS, reference, user, WEB } from '../plan-fixtures';
import type { Handover } from './handover-schema';
import type { OperationInput } from './operation-input';

// Members of WEB: 101 and 102, of OPS: 102 alone. The leaver belongs to nothing any more.
export const leaver = { id: 100, label: '佐藤 美咲' };
export const inWebOnly = { id: 101, label: '鈴木 健太' };
export const inBothProjects = { id: 102, label: '田中 直樹' };
export const inNone = { id: 199, label: '部外 六郎' };

/** An open issue of the leaver, in WEB unless told otherwise. */
export function heldIssue(fields: Partial<BacklogIssue> = {}): BacklogIssue {
  return issueWith({ assignee: user(leaver.id, leaver.label), ...fields });
}

/** Hands everything to 田中, who is in both projects, unless told otherwise. */
export function handoverOf(given: Partial<Omit<Handover, 'kind'>> = {}): Handover {
  return {
    kind: 'handover',
    from: leaver,
    scope: {
      projectIds: [WEB, OPS],
      statusIds: [],
      issueTypeIds: [],
      milestoneIds: [],
      dueDateSince: null,
      dueDateUntil: null,
      leftOut: [],
    },
    split: { by: 'one', to: inBothProjects },
    due: null,
    reopen: false,
    comment: null,
    notify: { creator: false, people: [] },
    lang: 'ja',
    ...given,
  };
}

/** Friday, 20 November 2026; the actor is nobody of the issues. */
export function handoverInput(
  issues: readonly BacklogIssue[],
  more: Partial<OperationInput> = {},
): OperationInput {
  const holidays = japaneseHolidays();
  return {
    issues,
    reference,
    parents: new Map(),
    missingIds: [],
    actorCanWrite: true,
    besides: new Set(),
    today: '2026-11-20',
    holidays,
    load: new Map(),
    alreadySaid: new Set(),
    lint: { now: '2026-11-20T08:00:00Z', actorId: 1, holidays },
    ...more,
  };
}

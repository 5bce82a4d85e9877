import { createTranslator } from 'next-intl';
import type { EvidenceHead, EvidenceItem } from '@/lib/actions/runs/evidence-schemas';
import type { Locale } from '../locales';
import { messagesOf } from '../messages';
import { fullWording, type Wording } from '../wording';

export function wordingIn(locale: Locale): Wording {
  const t = createTranslator({ locale, messages: messagesOf(locale) });
  return fullWording({ t, locale, timezone: 'Asia/Tokyo' });
}

/** The head of a plain run that has ended; `given` replaces any part. */
export function evidenceHead(given: {
  run?: Partial<EvidenceHead['run']>;
  plan?: Partial<EvidenceHead['plan']>;
  head?: Partial<EvidenceHead>;
}): EvidenceHead {
  return {
    at: '2026-11-22T06:00:00Z',
    spaceHost: 'hoshikawa.backlog.com',
    timezone: 'Asia/Tokyo',
    run: {
      id: 'run',
      planId: 'plan',
      planNumber: 12,
      kind: 'bulkUpdate',
      subject: null,
      sourceNumber: null,
      title: '',
      changes: [],
      state: 'done',
      waitReason: null,
      waitDetail: null,
      waitUntil: null,
      pace: 'gentle',
      approvedBy: '高橋 彩',
      total: 2,
      counts: { applied: 1, unchanged: 0, conflict: 1, rejected: 0, cancelled: 0, unknown: 0, left: 0 },
      approvedAt: '2026-11-22T05:34:58Z',
      startedAt: '2026-11-22T05:35:00Z',
      endedAt: '2026-11-22T05:36:40Z',
      ...given.run,
    },
    plan: {
      revision: 3,
      digest: 'd1ge57',
      createdBy: '高橋 彩',
      createdAt: '2026-11-22T05:30:00Z',
      actorType: 'user',
      operation: null,
      fixedIssues: 0,
      counts: { change: 2, unchanged: 1, needsReview: 1, blocked: 1 },
      includedCount: 2,
      ...given.plan,
    },
    selection: { kind: 'ids', count: 5 },
    names: { project: { 501: 'WEB' }, assignee: { 2003: '鈴木 健太' } },
    source: null,
    followers: [],
    events: [],
    ...given.head,
  };
}

/** A row that changed 担当者 as planned. */
export function evidenceItem(given: Partial<EvidenceItem> = {}): EvidenceItem {
  const [before, after] = [
    { id: 2002, name: '佐藤 美咲' },
    { id: 2003, name: '鈴木 健太' },
  ];
  return {
    position: 4,
    issueId: 856,
    issueKey: 'WEB-856',
    projectId: 501,
    summary: '検索結果の並び順',
    result: 'applied',
    fields: [{ field: 'assignee', before, planned: after, after }],
    diffs: [{ field: 'assignee', before, after }],
    comment: null,
    notifiedIds: [],
    step: null,
    stepBefore: null,
    stepAfter: null,
    warnings: [],
    blocks: [],
    differs: [],
    reason: null,
    attempts: 1,
    sentAt: '2026-11-22T05:35:01Z',
    endedAt: '2026-11-22T05:35:02Z',
    undone: [],
    takenUp: null,
    ...given,
  };
}

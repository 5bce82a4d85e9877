import { describe, expect, it } from 'vitest';
import type { BacklogComment } from '@/lib/backlog';
import { issueWith, user } from '@/lib/bulk/plan-fixtures';
import type { Intent } from './ledger-item';
import { carriesComment, decideByReading, hasOwnComment, isSentOnce } from './reconcile';

const me = 101;
const before = { assignee: { id: 101, name: '人101' } };
const intent: Intent = { params: { assigneeId: 102 }, before, issueUpdated: '2026-11-20T00:00:00Z' };
const commented: Intent = { ...intent, params: { assigneeId: 102, comment: '引き継ぎ' } };
const telling: Intent = { ...intent, params: { assigneeId: 102, notifiedUserId: [103] } };
const commentOnly: Intent = { ...intent, params: { comment: '引き継ぎ' }, before: {} };

const atTarget = issueWith({ assignee: user(102), updatedUser: user(me) });
const atTargetByOther = issueWith({ assignee: user(102), updatedUser: user(103) });
const asBefore = issueWith({ assignee: user(101) });
const third = issueWith({ assignee: user(103) });

function decide(given: Intent, fresh: typeof atTarget, ownComment: boolean | null) {
  return decideByReading({ intent: given, fresh, ownComment, userId: me, timezone: 'Asia/Tokyo' }).kind;
}

describe('deciding an open write by reading', () => {
  it('absolute values: target is applied, the old value is not applied, a third one is a conflict', () => {
    expect(decide(intent, atTarget, null)).toBe('applied');
    expect(decide(intent, atTargetByOther, null)).toBe('applied');
    expect(decide(intent, asBefore, null)).toBe('notApplied');
    expect(decide(intent, third, null)).toBe('conflict');
  });

  it('with a comment: our comment proves the whole write, whatever others did to the fields since', () => {
    expect(decide(commented, atTarget, true)).toBe('applied');
    expect(decide(commented, third, true)).toBe('applied');
    expect(decide(commentOnly, asBefore, true)).toBe('applied');
  });

  it('with a comment that is not there: only our own hand on the fields proves anything', () => {
    expect(decide(commented, atTarget, false)).toBe('applied');
    expect(decide(commented, atTargetByOther, false)).toBe('notApplied');
    expect(decide(commented, asBefore, false)).toBe('notApplied');
    expect(decide(commented, third, false)).toBe('conflict');
    expect(decide(commentOnly, asBefore, false)).toBe('notApplied');
  });

  it('with people to be told and no comment: sent once, proven only by our own hand on the fields', () => {
    expect(isSentOnce(telling)).toBe(true);
    expect(carriesComment(telling)).toBe(false);
    expect(decide(telling, atTarget, null)).toBe('applied');
    expect(decide(telling, atTargetByOther, null)).toBe('notApplied');
    expect(decide(telling, asBefore, null)).toBe('notApplied');
    expect(decide(telling, third, null)).toBe('conflict');
  });

  it('another custom field than those that are written proves nothing, though the image of a new type holds it', () => {
    const note = (value: string) => ({ id: 7, name: '原因', fieldTypeId: 1 as const, value });
    const toBug: Intent = {
      params: { issueTypeId: 62 },
      before: { issueType: { id: 61, name: 'タスク' }, customField_7: '旧' },
      issueUpdated: '2026-11-20T00:00:00Z',
    };
    expect(decide(toBug, issueWith({ customFields: [note('他')] }), null)).toBe('notApplied');
  });

  it('tells fields that Backlog shows differently although the comment is ours', () => {
    const found = decideByReading({
      intent: commented,
      fresh: third,
      ownComment: true,
      userId: me,
      timezone: 'Asia/Tokyo',
    });
    expect(found).toEqual({ kind: 'applied', differs: ['assignee'] });
  });
});

describe('finding our own comment', () => {
  const comment = (given: Partial<BacklogComment>): BacklogComment => ({
    id: 1,
    content: '引き継ぎ\r\nお願いします ',
    changeLog: [],
    createdUser: user(me),
    created: '2026-11-20T00:00:05Z',
    updated: '2026-11-20T00:00:05Z',
    ...given,
  });
  const wanted = { text: '引き継ぎ\nお願いします', userId: me, issueUpdated: '2026-11-20T00:00:00Z' };

  it('takes the same text by the same person since we last read the issue, line ends aside', () => {
    expect(hasOwnComment([comment({})], wanted)).toBe(true);
  });

  it('does not take the same text of an earlier run for this one: the issue was last touched by that very comment', () => {
    expect(hasOwnComment([comment({ created: wanted.issueUpdated })], wanted)).toBe(false);
  });

  it('takes no older one, no other person’s, no other text, no silent change', () => {
    expect(hasOwnComment([comment({ created: '2026-11-19T23:59:59Z' })], wanted)).toBe(false);
    expect(hasOwnComment([comment({ createdUser: user(102) })], wanted)).toBe(false);
    expect(hasOwnComment([comment({ content: '引き継ぎ' })], wanted)).toBe(false);
    expect(hasOwnComment([comment({ content: null })], wanted)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { approvalObstacle } from './approval-obstacle';
import { changeEffects } from './change-effects';
import {
  heldItem,
  milestoneSwap,
  planItem,
  release,
  sato,
  sprint24,
  sprint25,
  suzuki,
} from './plan-fixtures';
import { quotaUse } from './quota-use';
import { groupWarnings } from './warning-groups';

const closed = { code: 'PARENT_CLOSED', values: { parent: 'WEB-9' } } as const;
const archived = { code: 'MILESTONE_ARCHIVED', values: { milestone: 'v1' } } as const;

describe('groups of warnings', () => {
  it('puts the most frequent kind first and a row with two kinds into both', () => {
    const groups = groupWarnings([planItem(1), heldItem(2, archived), heldItem(3, closed, archived)]);
    expect(groups.map(({ code, rows }) => [code, rows.length])).toEqual([
      ['MILESTONE_ARCHIVED', 2],
      ['PARENT_CLOSED', 1],
    ]);
  });

  it('counts a row once, though it has the same kind twice', () => {
    expect(groupWarnings([heldItem(1, archived, archived)])[0]?.rows).toHaveLength(1);
  });

  it('counts the rows that are included', () => {
    const taken = { ...heldItem(2, closed), included: true };
    expect(groupWarnings([heldItem(1, closed), taken])[0]?.included).toBe(1);
    expect(groupWarnings([heldItem(1, closed)])[0]?.included).toBe(0);
  });
});

describe('the plan by meaning', () => {
  it('counts equal targets together and tells whether they start from one value', () => {
    const other = planItem(2, { diffs: [{ field: 'assignee', before: null, after: suzuki }] });
    const [effect] = changeEffects([planItem(1), other]);
    expect(effect).toMatchObject({ count: 2, sameBefore: false, diff: { field: 'assignee', after: suzuki } });
  });

  it('counts a swap by what it adds and removes, whatever else the issue holds', () => {
    const effects = changeEffects([
      planItem(1, { diffs: [milestoneSwap([sprint24], [sprint25])] }),
      planItem(2, { diffs: [milestoneSwap([sprint24, release], [sprint25, release])] }),
    ]);
    expect(effects.map(({ count }) => count)).toEqual([2]);
  });

  it('keeps clearing apart from setting, and leaves out rows that are not included', () => {
    const cleared = planItem(1, { diffs: [{ field: 'assignee', before: sato, after: null }] });
    const left = planItem(3, { included: false });
    expect(changeEffects([cleared, planItem(2), left]).map(({ count }) => count)).toEqual([1, 1]);
  });
});

describe('calls against the quota', () => {
  it('says what fits into this window and what waits', () => {
    expect(quotaUse(118, { limit: 150, remaining: 142 })).toEqual({
      limit: 150,
      used: 8,
      now: 118,
      later: 0,
    });
    expect(quotaUse(118, { limit: 150, remaining: 20 })).toEqual({
      limit: 150,
      used: 130,
      now: 20,
      later: 98,
    });
  });

  it('stays within the limit when Backlog reports more than it', () => {
    expect(quotaUse(10, { limit: 150, remaining: 200 })).toEqual({ limit: 150, used: 0, now: 10, later: 0 });
  });
});

describe('what stands in the way of approving', () => {
  const free = {
    canWrite: true,
    expired: false,
    staleCount: 0,
    staleStepCount: 0,
    saving: false,
    includedCount: 3,
    displayFailed: false,
    displayed: true,
  };

  it('is nothing when the plan is on screen as the server knows it', () => {
    expect(approvalObstacle(free)).toBeNull();
  });

  it('is each condition by itself', () => {
    expect(approvalObstacle({ ...free, canWrite: false })).toBe('readOnly');
    expect(approvalObstacle({ ...free, expired: true })).toBe('expired');
    expect(approvalObstacle({ ...free, staleCount: 1 })).toBe('stale');
    expect(approvalObstacle({ ...free, staleStepCount: 1, staleCount: 1 })).toBe('staleSteps');
    expect(approvalObstacle({ ...free, saving: true })).toBe('saving');
    expect(approvalObstacle({ ...free, includedCount: 0 })).toBe('empty');
    expect(approvalObstacle({ ...free, displayed: false })).toBe('checking');
    expect(approvalObstacle({ ...free, displayed: false, displayFailed: true })).toBe('unchecked');
  });
});

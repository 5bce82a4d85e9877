import { describe, expect, test } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from './changes';
import { planClosure } from './operations/closure';
import {
  closing,
  closingProject,
  closureOf,
  operationInput,
  referenceWith,
  release,
  sprint24,
  sprint25,
} from './operations/closure-fixtures';
import { closureGoal } from './operations/closure-goal';
import { planBulkUpdate } from './plan-bulk-update';
import { inputOf, inWeb, issueWith, OPS, user } from './plan-fixtures';
import type { TakenRow } from './taken-changes';

/** What a person took: the only row of a plan that was made from the issue as it was. */
function takenFrom(row: TakenRow | undefined): TakenRow {
  if (row === undefined) throw new Error('no row');
  return row;
}
const taking = (id: number, row: TakenRow) => ({ taken: new Map([[id, row]]) });

describe('a value that was taken in a review of conflicts', () => {
  const closureRow = (before: BacklogIssue, now: BacklogIssue) => {
    const planned = planClosure(closureOf(), operationInput([before]))[0];
    const rows = planClosure(closureOf(), operationInput([now], taking(now.id, takenFrom(planned))));
    return rows.find((row) => row.issueId === now.id);
  };

  test('closure: the issue goes on although somebody took the milestone away, and counts as carried over', () => {
    const row = closureRow(closing(1, 1), closing(1, 1, { milestone: [] }));
    expect(row).toMatchObject({ pile: 'change', stage: 1, params: { milestoneId: [23] } });
    expect(closureGoal(row?.diffs ?? [], 22)).toBe('next');
  });

  test('closure: also when somebody closed it, with what others added to the list', () => {
    const row = closureRow(closing(1, 1), closing(1, 4, { milestone: [release] }));
    expect(row).toMatchObject({ pile: 'change', params: { milestoneId: [24, 23] } });
    expect(row?.params).not.toHaveProperty('statusId');
  });

  test('closure: a swap stays one while the milestone is there; what has the value is unchanged', () => {
    const swapped = closureRow(closing(1, 1), closing(1, 1, { milestone: [release, sprint24] }));
    expect(swapped?.params).toEqual({ milestoneId: [24, 23] });
    expect(closureRow(closing(1, 1), closing(1, 1, { milestone: [sprint25] }))?.pile).toBe('unchanged');
  });

  test('closure: a milestone that was deleted is in nobody’s way', () => {
    const reference = referenceWith({
      milestones: closingProject.milestones.filter(({ id }) => id !== 22),
    });
    const planned = planClosure(closureOf(), operationInput([closing(1, 1)]))[0];
    const input = operationInput([closing(1, 1, { milestone: [] })], {
      reference,
      ...taking(1, takenFrom(planned)),
    });
    expect(planClosure(closureOf(), input).map(({ pile }) => pile)).toEqual(['change', 'blocked']);
  });

  const bulkRow = (changes: Change[], before: BacklogIssue, now: BacklogIssue) => {
    const [planned] = planBulkUpdate(inputOf([before], changes));
    return planBulkUpdate({ ...inputOf([now], changes), ...taking(now.id, takenFrom(planned)) })[0];
  };
  const swap: Change = {
    field: 'milestone',
    verb: 'swap',
    from: inWeb('Sprint 24', 22),
    to: inWeb('Sprint 25', 23),
  };
  const fromUser: Change = {
    field: 'assignee',
    verb: 'swap',
    from: { id: 101, label: '人101' },
    to: { id: 102, label: '田中' },
  };
  const comment: Change = { field: 'comment', verb: 'add', text: '移しました' };

  test('bulk update: what a swap led to, with its comment', () => {
    const before = issueWith({ milestone: [sprint24], assignee: user(101) });
    const now = issueWith({ milestone: [], assignee: user(103) });
    expect(bulkRow([swap, fromUser, comment], before, now)?.params).toEqual({
      milestoneId: [23],
      assigneeId: 102,
      comment: '移しました',
    });
  });

  test('bulk update: a swap that did not concern the issue still does not', () => {
    const before = issueWith({ milestone: [sprint24], assignee: user(103) });
    const now = issueWith({ milestone: [], assignee: user(103) });
    expect(bulkRow([swap, fromUser], before, now)?.params).toEqual({ milestoneId: [23] });
  });

  test('a person’s later fix wins over it; in another project the plan itself counts', () => {
    const before = issueWith({ milestone: [sprint24] });
    const [planned] = planBulkUpdate(inputOf([before], [swap]));
    const taken = taking(before.id, takenFrom(planned));
    const to: Change = { field: 'milestone', verb: 'set', to: [inWeb('リリース 3.0', 24)] };
    const fixed = planBulkUpdate({
      ...inputOf([issueWith({ milestone: [] })], [swap]),
      ...taken,
      fixes: new Map([[before.id, [to]]]),
    });
    expect(fixed[0]?.params).toEqual({ milestoneId: [24] });
    const moved = issueWith({ id: before.id, projectId: OPS, milestone: [] });
    expect(planBulkUpdate({ ...inputOf([moved], [swap]), ...taken })[0]?.pile).toBe('unchanged');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { PlanItem } from '../plan';
import { reference } from '../plan-fixtures';
import { planHandover } from './handover';
import { anyHandoverCase } from './handover-arbitraries';
import type { Handover } from './handover-schema';
import type { OperationInput } from './operation-input';

type Row = PlanItem & { issue: BacklogIssue };

/** Holds for every row of any handover. */
function everyRow(judge: (row: Row, operation: Handover, input: OperationInput) => void): void {
  fc.assert(
    fc.property(anyHandoverCase, ({ operation, input }) => {
      const issues = new Map(input.issues.map((issue) => [issue.id, issue]));
      for (const item of planHandover(operation, input)) {
        const issue = issues.get(item.issueId);
        if (issue === undefined) throw new Error('a row of no issue');
        judge({ ...item, issue }, operation, input);
      }
    }),
    { numRuns: 500 },
  );
}

const isHeld = ({ assignee, status }: BacklogIssue, { from }: Handover) =>
  assignee?.id === from.id && status.id !== 4;

describe('whatever the split, the issues and the fixes', () => {
  it('no issue is left without an assignee', () => {
    everyRow(({ params, diffs }) => {
      expect(params.assigneeId).not.toBeNull();
      for (const diff of diffs) if (diff.field === 'assignee') expect(diff.after).not.toBeNull();
    });
  });

  it('no issue goes to somebody who is no member of its project, nor to the leaver', () => {
    everyRow(({ params, projectId }, { from }) => {
      if (params.assigneeId === undefined) return;
      expect(reference.projects.get(projectId)?.memberIds.has(params.assigneeId ?? 0)).toBe(true);
      expect(params.assigneeId).not.toBe(from.id);
    });
  });

  it('issues are taken from the leaver only', () => {
    everyRow(({ params, issue }, operation) => {
      if (params.assigneeId !== undefined) expect(isHeld(issue, operation)).toBe(true);
    });
  });

  it('a row that is written hands the issue over; what nobody receives is blocked with its reason', () => {
    everyRow(({ issue, issueId, pile, params, blocks }, operation, { besides }) => {
      if (!isHeld(issue, operation) || besides.has(issueId)) return;
      if (pile === 'blocked') expect(blocks.length).toBeGreaterThan(0);
      else expect(params.assigneeId).toEqual(expect.any(Number));
    });
  });

  it('without fixes nothing but assignee, due date and status changes', () => {
    everyRow(({ diffs, issueId }, _operation, { fixes }) => {
      if (fixes?.has(issueId)) return;
      for (const { field } of diffs) expect(['assignee', 'dueDate', 'status']).toContain(field);
    });
  });

  it('every issue of the leaver has a row unless it was left out, and no issue has two', () => {
    fc.assert(
      fc.property(anyHandoverCase, ({ operation, input }) => {
        const planned = planHandover(operation, input).map((item) => item.issueId);
        expect(new Set(planned).size).toBe(planned.length);
        const leftOut = new Set(operation.scope.leftOut);
        const expected = input.issues.filter(({ id }) => !leftOut.has(id) || input.besides.has(id));
        expect(planned).toEqual(expected.map(({ id }) => id));
      }),
    );
  });

  it('the same input gives the same plan', () => {
    fc.assert(
      fc.property(anyHandoverCase, ({ operation, input }) => {
        expect(planHandover(operation, input)).toEqual(planHandover(operation, input));
      }),
    );
  });
});

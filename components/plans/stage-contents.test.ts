import { describe, expect, test } from 'vitest';
import type { PlanItem } from './plan-data';
import { planItem, stepRow } from './plan-fixtures';
import { heldStage, stageContents } from './stage-contents';

const archive = (archived: boolean) => ({
  kind: 'archiveMilestone' as const,
  projectId: 1,
  milestoneId: 24,
  name: 'Sprint 24',
  archived,
});
const closure = [
  stepRow(1, { kind: 'createMilestone', projectId: 1, name: 'Sprint 25', startDate: null, dueDate: null }),
  planItem(1, { stage: 1 }),
  planItem(2, { stage: 1 }),
  planItem(3, { stage: 1, pile: 'blocked', included: false }),
  stepRow(2, { kind: 'createWiki', projectId: 1, name: 'ふりかえり', content: '#' }, 2),
  planItem(4, { stage: 2, diffs: [], params: { comment: '#' } }),
  stepRow(3, { ...archive(true), afterSuccess: true }, 3),
];

describe('the stages of a closure', () => {
  test('say what they do: steps by name, issues and comments by number, what cannot be done not at all', () => {
    expect([...stageContents(closure)].map(([stage, { parts }]) => [stage, parts])).toEqual([
      [0, [{ kind: 'createMilestone', name: 'Sprint 25' }]],
      [1, [{ kind: 'issues', count: 2 }]],
      [
        2,
        [
          { kind: 'createWiki', name: 'ふりかえり' },
          { kind: 'comments', count: 1 },
        ],
      ],
      [3, [{ kind: 'archiveMilestone', name: 'Sprint 24' }]],
    ]);
  });

  test('count what is included, and a stage without anything says why', () => {
    const issues = [
      planItem(1, { stage: 1 }),
      planItem(2, { stage: 1, included: false }),
      planItem(3, { stage: 1, pile: 'needsReview', included: false }),
    ];
    expect(stageContents(issues).get(1)?.parts).toEqual([{ kind: 'issues', count: 1 }]);
    const idle = (...items: PlanItem[]) => stageContents(items).get(1);
    const blocked = planItem(4, { stage: 1, pile: 'blocked', included: false, diffs: [] });
    const unchanged = planItem(5, { stage: 1, pile: 'unchanged', included: false });
    expect(idle(unchanged)).toMatchObject({ parts: [], idle: 'nothing' });
    expect(idle(blocked, unchanged)).toEqual({
      parts: [],
      blocked: [{ kind: 'issues', count: 1 }],
      idle: 'blocked',
    });
    expect(idle(blocked, ...issues.slice(1))).toMatchObject({ parts: [], idle: 'leftOut' });
  });

  test('the archive waits for every stage before it', () => {
    expect(heldStage(closure, [0, 1, 2, 3])).toEqual({ before: [1, 2, 3], held: 4 });
    expect(heldStage([stepRow(1, archive(true)), planItem(1, { stage: 1 })], [0, 1])).toBeNull();
    expect(heldStage([planItem(1)], [0])).toBeNull();
  });

  test('an undo takes the milestone out of the archive', () => {
    expect(stageContents([stepRow(1, archive(false))]).get(0)?.parts).toEqual([
      { kind: 'reopenMilestone', name: 'Sprint 24' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { BUG, customOn, TASK, webField } from './custom-fixtures';
import type { FieldImage } from './issue-values';
import type { PlanItem, PlanStep } from './plan';
import { issueType, issueWith, milestone, reference, user, WEB } from './plan-fixtures';
import { stepItem } from './plan-steps';
import type { MilestoneImage } from './step-image';
import { planUndo, type UndoInput } from './undo';
import type { IssueToUndo } from './undo-issue';
import type { StepToUndo } from './undo-steps';

const person = (id: number) => ({ id, name: `人${id}` });
const row = (more: Partial<PlanItem> = {}): PlanItem => ({
  issueId: 1001,
  issueKey: 'WEB-1001',
  projectId: WEB,
  summary: '件名',
  pile: 'change',
  included: true,
  diffs: [],
  params: {},
  warnings: [],
  blocks: [],
  issueUpdated: '2026-11-20T05:33:00Z',
  ...more,
});
const did = (before: FieldImage, after: FieldImage, more: Partial<IssueToUndo> = {}): IssueToUndo => ({
  kind: 'issue',
  plan: row(),
  outcome: 'applied',
  before,
  after,
  ...more,
});
const handedOver = did({ assignee: person(101) }, { assignee: person(102) });

function undo(items: UndoInput['items'], issues: BacklogIssue[], more: Partial<UndoInput> = {}): PlanItem[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return planUndo({ items, issues: byId, parents: new Map(), milestones: new Map(), reference, ...more });
}

describe('the row that takes an issue back', () => {
  it('restores what still stands as the run left it', () => {
    const [item] = undo([handedOver], [issueWith({ assignee: user(102) })]);
    expect(item).toMatchObject({
      pile: 'change',
      included: true,
      params: { assigneeId: 101 },
      diffs: [{ field: 'assignee', before: person(102), after: person(101) }],
    });
  });

  it('restores a list as the whole list that stood there', () => {
    const [s24, s25, release] = [
      { id: 22, name: 'Sprint 24' },
      { id: 23, name: 'Sprint 25' },
      { id: 24, name: 'リリース 3.0' },
    ] as const;
    const moved = did({ milestone: [s24, release] }, { milestone: [s25, release] });
    const now = issueWith({ milestone: [milestone(24, 'リリース 3.0'), milestone(23, 'Sprint 25')] });
    const [item] = undo([moved], [now]);
    expect(item?.diffs[0]).toMatchObject({ merge: false, after: [s24, release], add: [s24], remove: [s25] });
    expect(item?.params).toEqual({ milestoneId: [22, 24] });
  });

  it('has nothing to do where the value from before stands already', () => {
    const [item] = undo([handedOver], [issueWith({ assignee: user(101) })]);
    expect(item).toMatchObject({ pile: 'unchanged', included: false, diffs: [], blocks: [] });
  });

  it('keeps what somebody changed since, says who, and is left out until a person takes it in', () => {
    const both = did(
      { assignee: person(101), dueDate: '2026-11-10' },
      { assignee: person(102), dueDate: '2026-11-20' },
    );
    const now = issueWith({
      assignee: user(103),
      dueDate: '2026-11-20T00:00:00Z',
      updatedUser: user(103, '鈴木 健太'),
      updated: '2026-11-21T00:00:00Z',
    });
    const [item] = undo([both], [now]);
    expect(item).toMatchObject({ pile: 'needsReview', included: false, params: { dueDate: '2026-11-10' } });
    expect(item?.params).not.toHaveProperty('assigneeId');
    expect(item?.warnings).toEqual([
      {
        code: 'UNDO_KEEPS_FIELD',
        values: { field: 'assignee', by: '鈴木 健太', at: '2026-11-21T00:00:00Z' },
      },
    ]);
  });

  it.each([
    ['all fields changed since', handedOver, issueWith({ assignee: user(103) }), 'CHANGED_SINCE_RUN'],
    ['deleted', handedOver, null, 'ISSUE_GONE'],
    ['moved', handedOver, issueWith({ projectId: 2, assignee: user(102) }), 'ISSUE_OTHER_PROJECT'],
    ['of unknown outcome', { ...handedOver, outcome: 'unknown' as const }, issueWith(), 'NOT_TO_UNDO'],
    ['only commented', did({}, {}), issueWith(), 'NOT_TO_UNDO'],
    ['without its image', { ...handedOver, before: null }, issueWith(), 'NOT_TO_UNDO'],
  ])('is 実行不可 for an issue that is %s', (_case, item, now, code) => {
    const [made] = undo([item], now === null ? [] : [now]);
    expect(made).toMatchObject({ pile: 'blocked', included: false, diffs: [], params: {} });
    expect(made?.blocks.map((block) => block.code)).toEqual([code]);
    expect(made).toMatchObject({ issueId: 1001, summary: '件名' });
  });

  it('is 実行不可 where a value from before was deleted', () => {
    const closed = did({ status: { id: 77, name: '保留' } }, { status: { id: 4, name: '完了' } });
    const [item] = undo([closed], [issueWith({ status: { ...issueWith().status, id: 4, name: '完了' } })]);
    expect(item?.blocks).toEqual([
      { code: 'VALUE_NOT_IN_PROJECT', values: { field: 'status', label: '保留', project: 'WEB' } },
    ]);
  });

  it('warns of a milestone that was archived since and of a person who has left', () => {
    const item = did(
      { milestone: [{ id: 21, name: 'Sprint 23' }], assignee: person(103) },
      { milestone: [], assignee: null },
    );
    const [made] = undo([item], [issueWith({ assignee: null })]);
    expect(made?.warnings.map((warning) => warning.code)).toEqual([
      'MILESTONE_ARCHIVED',
      'ASSIGNEE_NOT_MEMBER',
    ]);
    expect(made).toMatchObject({ pile: 'needsReview', included: false });
  });

  it('restores the type together with the fields that it demands, in one request', () => {
    const kind8 = webField(8);
    const choice = { id: 2, name: '選択2' };
    const typed = did(
      { issueType: { id: BUG, name: 'バグ' }, customField_708: choice, customField_708_otherValue: 'x' },
      { issueType: { id: TASK, name: 'タスク' }, customField_708: null, customField_708_otherValue: null },
    );
    const [item] = undo([typed], [issueWith({ issueType: issueType(TASK, 'タスク') })]);
    expect(item?.params).toEqual({
      issueTypeId: BUG,
      customField_708: 2,
      customField_708_otherValue: 'x',
    });

    const back = did(
      { issueType: { id: TASK, name: 'タスク' }, customField_708: null },
      { issueType: { id: BUG, name: 'バグ' }, customField_708: choice },
    );
    const bug = issueWith({ issueType: issueType(BUG, 'バグ'), customFields: [customOn(kind8, choice)] });
    const [other] = undo([back], [bug]);
    expect(other?.params).toEqual({ issueTypeId: TASK });
  });

  it('keeps the type where going back would take a value away that somebody put there since', () => {
    const typed = did({ issueType: { id: BUG, name: 'バグ' } }, { issueType: { id: TASK, name: 'タスク' } });
    const now = issueWith({
      issueType: issueType(TASK, 'タスク'),
      customFields: [customOn(webField(3), 8)],
    });
    const [item] = undo([typed], [now]);
    expect(item?.blocks.map((block) => block.code)).toEqual(['CHANGED_SINCE_RUN']);
  });
});

const image = (id: number, name: string, more: Partial<MilestoneImage> = {}): MilestoneImage => ({
  id,
  name,
  description: '',
  startDate: null,
  dueDate: '2026-12-04',
  archived: false,
  ...more,
});
const step = (number: number, stage: number, of: PlanStep, images: Partial<StepToUndo>): StepToUndo => ({
  kind: 'step',
  plan: { ...stepItem(of, { number, stage }), step: of },
  outcome: 'applied',
  before: null,
  after: null,
  ...images,
});
const named = { projectId: WEB, name: 'Sprint 26' };
const created = step(
  1,
  0,
  { kind: 'createMilestone', ...named, startDate: null, dueDate: '2026-12-04' },
  { before: { milestone: null, known: [22] }, after: { milestone: image(26, 'Sprint 26') } },
);
const s24 = image(22, 'Sprint 24');
const archived = step(
  2,
  2,
  { kind: 'archiveMilestone', projectId: WEB, milestoneId: 22, name: 'Sprint 24', archived: true },
  { before: { milestone: s24 }, after: { milestone: { ...s24, archived: true } } },
);
const moved = did(
  { milestone: [{ id: 22, name: 'Sprint 24' }] },
  { milestone: [{ id: 26, name: 'Sprint 26' }] },
  { plan: row({ stage: 1 }) },
);
const inSprint26 = issueWith({ milestone: [milestone(26, 'Sprint 26')] });
const afterRun = new Map([[WEB, [{ ...s24, archived: true }, image(26, 'Sprint 26')]]]);
const archivedNow = {
  ...reference,
  projects: new Map(
    [...reference.projects].map(([id, project]) => [
      id,
      { ...project, milestones: project.milestones.map((one) => ({ ...one, archived: true })) },
    ]),
  ),
};

describe('the rows that take side steps back', () => {
  it('go the other way round: unarchive, move back, and delete what was created, left out', () => {
    const rows = undo([created, moved, archived], [inSprint26], {
      milestones: afterRun,
      reference: archivedNow,
    });
    expect(rows.map((one) => [one.stage ?? 0, one.step?.kind ?? one.issueKey, one.pile])).toEqual([
      [0, 'archiveMilestone', 'change'],
      // No warning: the milestone is unarchived before.
      [1, 'WEB-1001', 'change'],
      [2, 'deleteMilestone', 'needsReview'],
    ]);
    expect(rows[0]?.step).toMatchObject({ milestoneId: 22, archived: false });
    expect(rows[2]).toMatchObject({
      included: false,
      step: { milestoneId: 26, name: 'Sprint 26' },
      warnings: [{ code: 'DELETES_MILESTONE', values: { milestone: 'Sprint 26' } }],
    });
  });

  it.each([
    ['renamed since', image(26, 'リリース前'), 'blocked', ['CHANGED_SINCE_RUN']],
    ['given other days since', image(26, 'Sprint 26', { dueDate: null }), 'blocked', ['CHANGED_SINCE_RUN']],
    ['gone', null, 'unchanged', []],
  ])('never delete a created milestone that was %s', (_case, now, pile, codes) => {
    const milestones = new Map([[WEB, now === null ? [] : [now]]]);
    const [made] = undo([created], [], { milestones });
    expect(made).toMatchObject({ pile, included: false });
    expect(made?.blocks.map((block) => block.code)).toEqual(codes);
  });

  it('have nothing to do for a milestone that is out of the archive again', () => {
    const [made] = undo([archived], [], { milestones: new Map([[WEB, [s24]]]) });
    expect(made).toMatchObject({ pile: 'unchanged', included: false });
  });

  it('undone themselves, create the milestone anew and put the issues into the new one', () => {
    const gone = image(26, 'Sprint 26');
    const deleted = step(
      1,
      2,
      { kind: 'deleteMilestone', ...named, milestoneId: 26 },
      { before: { milestone: gone }, after: { milestone: null } },
    );
    const movedBack = did(
      { milestone: [{ id: 26, name: 'Sprint 26' }] },
      { milestone: [{ id: 22, name: 'Sprint 24' }] },
      { plan: row({ stage: 1 }) },
    );
    const now = issueWith({ milestone: [milestone(22, 'Sprint 24')] });
    const rows = undo([movedBack, deleted], [now], { milestones: new Map([[WEB, [s24]]]) });
    expect(rows[0]).toMatchObject({
      issueId: -1,
      pile: 'change',
      step: { kind: 'createMilestone', ...named },
    });
    expect(rows[1]).toMatchObject({ pile: 'change', stage: 1, params: { milestoneId: [-1] } });
  });
});

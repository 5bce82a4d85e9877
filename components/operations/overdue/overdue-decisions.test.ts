import { describe, expect, it } from 'vitest';
import { overdueSchema } from '@/lib/bulk/operations/overdue-schema';
import type { ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import { marking } from './marking-status';
import { decisionsOf, numberOf } from './overdue-decisions';
import { emptyForm, formOf, NOBODY, type OverdueForm } from './overdue-form';

const status = (id: number, name: string) => ({ id, name, color: '#393939' });
const project = (id: number, custom: ReturnType<typeof status>[]): ProjectReference => ({
  id,
  projectKey: `P${id}`,
  name: `プロジェクト${id}`,
  subtaskingEnabled: true,
  statuses: [status(1, '未対応'), status(2, '処理中'), status(3, '処理済み'), ...custom, status(4, '完了')],
  issueTypes: [],
  categories: [{ id: id * 10, name: '要確認' }],
  milestones: [],
  members: [],
  customFields: [],
});
const late = project(1, [status(11, 'レビュー待ち'), status(12, '遅延')]);
const plain = project(2, [status(21, '保留')]);
const reference: SpaceReference = {
  spaceName: 'スペース',
  timezone: 'Asia/Tokyo',
  me: { id: 1, name: '高橋 彩', roleType: 1 },
  priorities: [{ id: 2, name: '高' }],
  resolutions: [],
  projects: [late, plain],
};

const form = (given: Partial<OverdueForm> = {}): OverdueForm => ({ ...emptyForm('{{key}}'), ...given });
const scoped = (scope: Partial<OverdueForm['scope']>) => form({ scope: { ...form().scope, ...scope } });
const decide = (one: OverdueForm, projects = [late, plain]) =>
  decisionsOf(one, projects, { reference, lang: 'ja' });

it.each([
  ['遅延', true],
  ['遅れ気味', true],
  ['期限切れ', true],
  ['Overdue', true],
  ['is late', true],
  ['処理中', false],
  ['translate', false],
  ['plated', false],
])('a status named %s means late: %s', (name, means) => {
  expect(marking({ statuses: [status(99, name)] })).toBe(means ? 99 : null);
});

it('a default status is never a suggestion, whatever its project calls it', () => {
  expect(marking({ statuses: [status(2, '遅延')] })).toBeNull();
});

it.each([
  ['7', 7],
  [' 14 ', 14],
  ['', null],
  ['0', null],
  ['-1', null],
  ['1.5', null],
  ['七', null],
  ['100000', null],
])('%j is the number %j', (typed, number) => {
  expect(numberOf(typed, 3650)).toBe(number);
});

describe('what the form decides', () => {
  it('is nothing but the suggested status at first', () => {
    const { mark, due, scope } = decide(form());
    expect(mark).toEqual({
      status: { 1: { id: 12, label: '遅延' } },
      category: null,
      priority: null,
      comment: null,
    });
    expect(due).toBeNull();
    expect(scope).toMatchObject({ projectIds: [1, 2], assigneeIds: [], statusIds: [], daysLate: 1 });
    expect(decide(form(), [plain]).mark.status).toBeNull();
  });

  it('takes a suggestion back where the person chose none, and another value where they chose it', () => {
    expect(decide(form({ status: { 1: null } })).mark.status).toBeNull();
    expect(decide(form({ status: { 1: 11, 2: 21 } })).mark.status).toEqual({
      1: { id: 11, label: 'レビュー待ち' },
      2: { id: 21, label: '保留' },
    });
  });

  it('leaves out what its project no longer has', () => {
    const { mark } = decide(form({ status: { 1: 99 }, category: { 2: 99 }, priority: 99 }));
    expect(mark).toMatchObject({ status: null, category: null, priority: null });
  });

  it('means nobody by a box of its own, and no issue when every box of a kind is empty', () => {
    expect(decide(scoped({ assigneeIds: [7, NOBODY] })).scope.assigneeIds).toEqual([7, null]);
    for (const scope of [{ assigneeIds: [] }, { statusIds: [] }, { issueTypeIds: [] }, { projectIds: [] }])
      expect(decide(scoped(scope)).scope.projectIds).toEqual([]);
  });

  it('speaks only of projects that are meant', () => {
    const { scope, mark } = decide({ ...scoped({ projectIds: [2] }), category: { 1: 10, 2: 20 } });
    expect(scope.projectIds).toEqual([2]);
    expect(mark).toMatchObject({ status: null, category: { 2: { id: 20, label: '要確認' } } });
  });

  it('moves the due date only when a day or a number is there', () => {
    const due = (to: OverdueForm['due']['to'], day = '', days = '3') =>
      decide(form({ due: { to, day, days } })).due;
    expect(due('keep', '2026-11-27')).toBeNull();
    expect(due('day')).toBeNull();
    expect(due('day', '2026-11-27')).toEqual({ to: 'day', day: '2026-11-27' });
    expect(due('workingDays', '', 'x')).toBeNull();
    expect(due('workingDays', '', ' 5 ')).toEqual({ to: 'workingDays', days: 5 });
  });
});

it('coming back from a plan finds the same decisions', () => {
  const entered = form({
    scope: {
      projectIds: [1],
      assigneeIds: [7, NOBODY],
      issueTypeIds: null,
      statusIds: [1, 2],
      daysLate: '14',
      leftOut: [1001],
    },
    status: { 1: null },
    category: { 1: 10 },
    priority: 2,
    comment: { on: true, text: '{{key}}は{{days}}日遅れています。' },
    due: { to: 'workingDays', day: '', days: '5' },
  });
  const decided = decide(entered);
  expect(overdueSchema.safeParse(decided).success).toBe(true);
  expect(decide(formOf(decided, '別の文'))).toEqual(decided);
});

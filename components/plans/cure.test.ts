import { describe, expect, it } from 'vitest';
import type { Choice } from '@/components/issues/composer/choice';
import type { ProjectValue } from '@/lib/bulk/changes';
import { type Cure, changesOfField, chosenChange, cureOfBlock, cureOfWarning } from './cure';
import { fixesByIssue, fixLines, withNames } from './fix-lines';
import type { Change, FixGroup, PlanBlock, PlanWarning } from './plan-data';
import { heldItem, planItem } from './plan-fixtures';
import { groupBlocks, groupWarnings } from './warning-groups';

const value = (label: string, id: number): ProjectValue => ({ label, byProject: { 1: id } });
const choice = (label: string, id: number): Choice => ({ key: label, label, id: null, byProject: { 1: id } });
const sprint25 = choice('Sprint 25', 25);

describe('what a person is asked for', () => {
  it.each<[string, PlanWarning, Cure | null]>([
    [
      'the value of a required field',
      { code: 'REQUIRED_FIELD_EMPTY', values: { field: '原因', fieldId: '7' } },
      { field: 'custom', id: 7 },
    ],
    ['another person', { code: 'ASSIGNEE_NOT_MEMBER', values: {} }, { field: 'assignee', id: null }],
    [
      'another milestone',
      { code: 'MILESTONE_ARCHIVED', values: { milestone: 'Sprint 23' } },
      { field: 'milestone', id: null, instead: 'Sprint 23' },
    ],
    ['nothing where only looking helps', { code: 'TOUCHED_RECENTLY', values: {} }, null],
  ])('%s', (_name, warning, cure) => {
    expect(cureOfWarning(warning, 'bulkUpdate')).toEqual(cure);
    expect(cureOfWarning(warning, 'undo')).toBeNull();
  });

  it.each<[string, PlanBlock, 'bulkUpdate' | 'handover', Cure | null]>([
    [
      'a status that the project has',
      { code: 'VALUE_NOT_IN_PROJECT', values: { field: 'status', label: 'レビュー待ち' } },
      'bulkUpdate',
      { field: 'status', id: null },
    ],
    [
      'a category that the project has',
      { code: 'VALUE_NOT_IN_PROJECT', values: { field: 'category', label: '認証' } },
      'bulkUpdate',
      { field: 'category', id: null, instead: '認証' },
    ],
    [
      'nothing for a custom field',
      { code: 'VALUE_NOT_IN_PROJECT', values: { field: 'custom' } },
      'bulkUpdate',
      null,
    ],
    ['a successor', { code: 'NO_SUCCESSOR', values: {} }, 'handover', { field: 'assignee', id: null }],
    [
      'what the new type demands',
      { code: 'REQUIRED_BY_TYPE', values: { fieldId: '8' } },
      'bulkUpdate',
      { field: 'custom', id: 8 },
    ],
    ['nothing for what is gone', { code: 'ISSUE_GONE', values: { id: '9' } }, 'bulkUpdate', null],
  ])('%s', (_name, block, kind, cure) => {
    expect(cureOfBlock(block, kind)).toEqual(cure);
    expect(cureOfBlock(block, 'undo')).toBeNull();
  });
});

describe('the chosen value', () => {
  const milestone: Exclude<Cure, { field: 'custom' }> = {
    field: 'milestone',
    id: null,
    instead: 'Sprint 23',
  };

  it.each<[string, Change | null, Change]>([
    [
      'takes the place of the one that does not fit in a swap',
      { field: 'milestone', verb: 'swap', from: value('Sprint 24', 24), to: value('Sprint 23', 23) },
      { field: 'milestone', verb: 'swap', from: value('Sprint 24', 24), to: value('Sprint 25', 25) },
    ],
    [
      'leaves the others of an addition',
      { field: 'milestone', verb: 'add', values: [value('Sprint 23', 23), value('リリース 3.0', 30)] },
      { field: 'milestone', verb: 'add', values: [value('リリース 3.0', 30), value('Sprint 25', 25)] },
    ],
    [
      'stands once in a list that has it',
      { field: 'milestone', verb: 'set', to: [value('Sprint 23', 23), value('Sprint 25', 25)] },
      { field: 'milestone', verb: 'set', to: [value('Sprint 25', 25)] },
    ],
    [
      'is added where the plan says nothing',
      null,
      { field: 'milestone', verb: 'add', values: [value('Sprint 25', 25)] },
    ],
  ])('%s', (_name, plan, expected) => {
    expect(chosenChange(milestone, sprint25, plan)).toEqual(expected);
  });

  it('keeps what a status is swapped from', () => {
    const swap: Change = {
      field: 'status',
      verb: 'swap',
      from: value('処理中', 2),
      to: value('レビュー待ち', 9),
    };
    const chosen = chosenChange({ field: 'status', id: null }, choice('処理済み', 3), swap);
    expect(chosen).toEqual({ ...swap, to: value('処理済み', 3) });
  });

  it('counts from what was chosen before, else from the plan', () => {
    const plan: Change = { field: 'status', verb: 'set', to: value('完了', 4) };
    const own: Change = { field: 'status', verb: 'set', to: value('処理済み', 3) };
    const of = changesOfField({ changes: [plan], fixes: [{ issueIds: [2], changes: [own] }] }, 'status');
    expect([of(1), of(2)]).toEqual([plan, own]);
  });
});

describe('groups that ask for something', () => {
  const required = (fieldId: string): PlanWarning => ({
    code: 'REQUIRED_FIELD_EMPTY',
    values: { field: '原因', fieldId },
  });

  it('are apart where the answer differs', () => {
    const groups = groupWarnings([heldItem(1, required('7')), heldItem(2, required('7'), required('8'))]);
    expect(groups.map(({ cure, rows }) => [cure?.id, rows.length])).toEqual([
      [7, 2],
      [8, 1],
    ]);
  });

  it('carry the fixes of all their rows as one, and none in an undo', () => {
    const fixed: Change = { field: 'resolution', verb: 'set', to: { id: 0, label: '対応済み' } };
    const rows = [1, 2].map((id) =>
      heldItem(id, { code: 'NO_RESOLUTION', values: {}, fix: [{ issueId: id, changes: [fixed] }] }),
    );
    expect(groupWarnings(rows)[0]?.fixes).toEqual([{ issueIds: [1, 2], changes: [fixed] }]);
    expect(groupWarnings(rows, 'undo')[0]?.fixes).toEqual([]);
  });

  it('of blocked rows stand by project and reason', () => {
    const missing = (label: string): PlanBlock => ({
      code: 'VALUE_NOT_IN_PROJECT',
      values: { field: 'status', label, project: 'OPS' },
    });
    const gone = (id: number): PlanBlock => ({ code: 'ISSUE_GONE', values: { id: String(id) } });
    const blocked = (id: number, projectId: number, ...blocks: PlanBlock[]) =>
      planItem(id, { pile: 'blocked', included: false, projectId, blocks });
    const groups = groupBlocks(
      [
        blocked(1, 2, missing('レビュー待ち')),
        blocked(2, 2, gone(2), missing('レビュー待ち')),
        blocked(3, 0, gone(3)),
        blocked(4, 0, gone(4)),
        blocked(5, 2, missing('別')),
      ],
      'bulkUpdate',
    );
    expect(groups.map(({ block, rows }) => [block.code, rows.map((row) => row.issueId)])).toEqual([
      ['VALUE_NOT_IN_PROJECT', [1, 2]],
      ['ISSUE_GONE', [3, 4]],
      ['VALUE_NOT_IN_PROJECT', [5]],
    ]);
  });
});

describe('what was added to a plan', () => {
  const fixed: Change = { field: 'resolution', verb: 'set', to: { id: 0, label: '対応済み' } };
  const monday: Change = { field: 'dueDate', verb: 'set', to: '2026-11-30' };
  const tell: Change = { field: 'notify', verb: 'add', people: [] };
  const fixes: FixGroup[] = [
    { issueIds: [1, 2], changes: [fixed, tell] },
    { issueIds: [3], changes: [monday, fixed] },
    { issueIds: [9], changes: [fixed], adds: true },
    { issueIds: [4], changes: [tell] },
  ];

  it('is told by what it does; whom to tell is told elsewhere', () => {
    expect(
      fixLines(fixes).map(({ change, issueIds, removal }) => [change, issueIds, removal.fields]),
    ).toEqual([
      [null, [9], undefined],
      [fixed, [1, 2, 3], ['resolution']],
      [monday, [3], ['dueDate']],
    ]);
  });

  it('is named as Backlog names it for this person', () => {
    const diffs = [{ field: 'resolution' as const, before: null, after: { id: 0, name: 'Fixed' } }];
    const [line] = fixLines(withNames([{ issueIds: [1], changes: [fixed] }], [planItem(1, { diffs })]));
    expect(line?.change).toEqual({ ...fixed, to: { id: 0, label: 'Fixed' } });
    expect(line?.removal).toEqual({ issueIds: [1], fields: ['resolution'] });
  });

  it('marks the rows that it changed', () => {
    expect([...fixesByIssue(fixes).keys()]).toEqual([1, 2, 3, 9]);
    expect(fixesByIssue(fixes).get(1)?.changes).toEqual([fixed]);
  });
});

import { describe, expect, it } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from './changes';
import { BUG, customOn, TASK, target, webField } from './custom-fixtures';
import { planBulkUpdate } from './plan-bulk-update';
import { inputOf, inWeb, issueType, issueWith } from './plan-fixtures';

function planOne(issue: BacklogIssue, changes: Change[]) {
  const [item] = planBulkUpdate(inputOf([issue], changes));
  if (item === undefined) throw new Error('no item');
  return item;
}

const radio = webField(8);
const number = webField(3);
const one = { id: 1, name: '選択1' };
const bug = issueType(BUG, 'バグ');
const task = issueWith({ customFields: [customOn(number, 5)] });
const bugWith = (value: typeof one | null, otherValue: string | null = null) =>
  issueWith({ issueType: bug, customFields: [customOn(radio, value, otherValue)] });

const toBug: Change = { field: 'issueType', verb: 'set', to: inWeb('バグ', BUG) };
const toTask: Change = { field: 'issueType', verb: 'set', to: inWeb('タスク', TASK) };
const fill: Change = { field: 'custom', target: target(8), verb: 'set', to: inWeb('選択1', 1) };
const empty: Change = { field: 'custom', target: target(8), verb: 'clear' };
const setNumber: Change = { field: 'custom', target: target(3), verb: 'set', to: 1 };
const due: Change = { field: 'dueDate', verb: 'set', to: '2026-11-27' };
const required = { code: 'REQUIRED_BY_TYPE', values: { field: '属性8', fieldId: '708', type: 'バグ' } };
const notInType = (name: string, type: string) => ({
  code: 'FIELD_NOT_IN_TYPE',
  values: { field: name, type },
});

describe('a required field of the type', () => {
  it('blocks a change to that type while it is empty', () => {
    expect(planOne(task, [toBug])).toMatchObject({ pile: 'blocked', blocks: [required], params: {} });
  });

  it('lets the type change when the same plan fills it', () => {
    expect(planOne(task, [toBug, fill])).toMatchObject({
      pile: 'change',
      params: { issueTypeId: BUG, customField_708: 1 },
    });
  });

  it('cannot be emptied', () => {
    expect(planOne(bugWith(one), [empty]).blocks).toEqual([required]);
    expect(planOne(bugWith(one, '自由'), [empty]).blocks).toEqual([required]);
  });

  it('that is empty already is a reason to look, whatever else is changed', () => {
    expect(planOne(bugWith(null), [due])).toMatchObject({
      pile: 'needsReview',
      included: false,
      warnings: [{ code: 'REQUIRED_FIELD_EMPTY', values: { field: '属性8' } }],
      params: { dueDate: '2026-11-27' },
    });
  });

  it('is no reason once the plan fills it, nor while free text stands there', () => {
    expect(planOne(bugWith(null), [due, fill]).pile).toBe('change');
    expect(planOne(bugWith(null, '自由'), [due]).pile).toBe('change');
  });

  it('is not judged where its value or the definition is not known', () => {
    expect(planOne(issueWith({ issueType: bug, customFields: [] }), [due]).pile).toBe('change');
    const input = inputOf([bugWith(null)], [due]);
    const projects = new Map(
      [...input.reference.projects].map(([id, project]) => [id, { ...project, customFields: [] }]),
    );
    expect(planBulkUpdate({ ...input, reference: { ...input.reference, projects } })[0]?.pile).toBe('change');
  });

  it('does not matter on a row to which nothing happens', () => {
    const there = { ...bugWith(null), dueDate: '2026-11-27T00:00:00Z' };
    expect(planOne(there, [due])).toMatchObject({ pile: 'unchanged', warnings: [] });
  });
});

describe('a field that the type does not have', () => {
  it('cannot be written', () => {
    expect(planOne(bugWith(one), [setNumber]).blocks).toEqual([notInType('属性3', 'バグ')]);
    expect(planOne(task, [fill]).blocks).toEqual([notInType('属性8', 'タスク')]);
  });

  it('is judged by the type that the same plan sets', () => {
    expect(planOne(task, [toBug, fill, setNumber]).blocks).toEqual([notInType('属性3', 'バグ')]);
    expect(planOne(bugWith(one), [setNumber, toTask]).params).toEqual({
      customField_703: 1,
      issueTypeId: TASK,
    });
  });

  it('has nothing to clear', () => {
    expect(planOne(task, [empty]).pile).toBe('unchanged');
    expect(planOne(bugWith(one), [toTask, empty]).params).toEqual({ issueTypeId: TASK });
  });
});

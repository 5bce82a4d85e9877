import { describe, expect, it } from 'vitest';
import { rowWith } from '@/lib/columns/column-fixtures';
import { formOf, operationOf } from './form-operation';
import { projectOf } from './handover-fixtures';
import { emptyForm, type HandoverForm, withLeaver, withSuccessors } from './handover-form';
import { splitChoice, splitOf } from './split-choice';

const WEB = projectOf(1, 'WEB', [10, 11], {
  categories: [
    { id: 100, name: '認証' },
    { id: 101, name: '検索' },
  ],
});
const APP = projectOf(2, 'APP', [10], { categories: [{ id: 200, name: '認証' }] });
const rows = [
  rowWith({ id: 1, projectId: 1, categoryIds: [101, 100] }),
  rowWith({ id: 2, projectId: 2, categoryIds: [200] }),
  rowWith({ id: 3, projectId: 1, categoryIds: [101] }),
  rowWith({ id: 4, projectId: 1, categoryIds: [100] }),
  rowWith({ id: 5, projectId: 1 }),
];
const personOf = (id: number) => ({ id, label: `人${id}` });
const form: HandoverForm = withSuccessors(emptyForm(99, 'x'), [11, 10]);
const choiceOf = (given: HandoverForm) => splitChoice(given, rows, [WEB, APP]);

describe('what is suggested', () => {
  it('by category: the most common first, to somebody who may receive all of theirs; an issue counts once, for the upper row', () => {
    const { rules, rest, spare } = choiceOf(form);
    expect(rules.map(({ label, to, count }) => [label, to, count])).toEqual([
      // 認証 stands in both projects, and only 人10 is a member of both.
      ['認証', 10, 3],
      ['検索', 11, 1],
    ]);
    expect(rest).toEqual({ count: 1, to: 11 });
    expect(spare).toEqual([]);
  });

  it('by project: the first successor who is a member', () => {
    expect(choiceOf(form).byProject.map(({ project, count, to }) => [project.projectKey, count, to])).toEqual(
      [
        ['WEB', 4, 11],
        ['APP', 1, 10],
      ],
    );
  });
});

describe('the split that is stored', () => {
  it('is missing while a row has nobody', () => {
    const holed = {
      ...form,
      by: 'category' as const,
      rules: [{ label: '認証', categoryIds: [100], to: null }],
    };
    expect(splitOf(holed, choiceOf(holed), personOf)).toBeNull();
    expect(splitOf({ ...form, to: [] }, choiceOf({ ...form, to: [] }), personOf)).toBeNull();
    expect(splitOf({ ...form, by: 'level', to: [10] }, choiceOf(form), personOf)).toBeNull();
  });

  it('puts a project without anybody to nobody, as long as another has somebody', () => {
    const some = { ...form, by: 'project' as const, byProject: { '2': null } };
    expect(splitOf(some, choiceOf(some), personOf)).toEqual({
      by: 'project',
      byProject: { '1': personOf(11) },
    });
  });
});

describe('going to the preview and back', () => {
  const ways: HandoverForm['by'][] = ['one', 'project', 'category', 'issue', 'level'];
  it.each(ways)('%s: the form that comes back makes the same operation', (by) => {
    const given: HandoverForm = {
      ...form,
      by,
      byIssue: { '1': 10, '3': 11 },
      scope: { ...form.scope, statusIds: [1, 2], leftOut: [5], dueDateUntil: '2026-12-31' },
      due: { shift: true, days: '3', which: 'all' },
      reopen: true,
      comment: { on: true, text: '{{key}} を引き継ぎました' },
      notify: { creator: true, people: [personOf(12)] },
    };
    const made = (one: HandoverForm) => {
      const split = splitOf(one, choiceOf(one), personOf);
      return split && operationOf(one, personOf(99), split, { heldIn: [1, 2], lang: 'ja' });
    };
    const operation = made(given);
    expect(operation).not.toBeNull();
    if (operation) expect(made(formOf(operation, '別の文'))).toEqual(operation);
  });
});

describe('a change of people', () => {
  it('takes a successor out wherever they stood, and leaves the place empty', () => {
    const given = { ...form, one: 11, byIssue: { '1': 11, '2': 10 }, byProject: { '1': 11 } };
    const without = withSuccessors(
      { ...given, rules: [{ label: '認証', categoryIds: [100], to: 11 }] },
      [10],
    );
    expect(without).toMatchObject({
      to: [10],
      one: null,
      byIssue: { '2': 10 },
      byProject: { '1': null },
      rules: [{ to: null }],
    });
  });

  it('of the leaver drops what was said of the old issues and keeps the rest', () => {
    const given = { ...form, reopen: true, scope: { ...form.scope, leftOut: [1] }, byIssue: { '1': 10 } };
    expect(withLeaver(given, 12)).toMatchObject({
      from: 12,
      to: [11, 10],
      reopen: true,
      byIssue: {},
      scope: { leftOut: [] },
    });
  });
});

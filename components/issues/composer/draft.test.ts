import { describe, expect, it } from 'vitest';
import { type Change, changesSchema } from '@/lib/bulk/changes';
import { plainField, traitsOf } from './block-field';
import { composerFields } from './composer-blocks';
import { draftOf, emptyDraft, type FieldDraft } from './draft';
import { numberOf, problemOf } from './draft-limits';
import { changeOf, changesOf } from './draft-to-change';

const here = { label: 'Sprint 24', byProject: { '1': 24 } };
const there = { label: 'Sprint 25', byProject: { '1': 25, '2': 95 } };
const sato = { id: 7, label: '佐藤 美咲' };
const suzuki = { id: 8, label: '鈴木 健太' };
const target = <T extends number>(typeId: T) => ({ label: '属性', typeId, byProject: { '1': 70 } });
const field = 'custom';

const changes: Change[] = [
  { field: 'issueType', verb: 'set', to: there },
  { field: 'issueType', verb: 'swap', from: here, to: there },
  { field: 'status', verb: 'set', to: there },
  { field: 'status', verb: 'swap', from: here, to: there },
  { field: 'assignee', verb: 'set', to: suzuki },
  { field: 'assignee', verb: 'swap', from: sato, to: suzuki },
  { field: 'assignee', verb: 'clear' },
  { field: 'resolution', verb: 'set', to: { id: 0, label: '対応済み' } },
  { field: 'resolution', verb: 'clear' },
  { field: 'priority', verb: 'set', to: { id: 2, label: '高' } },
  { field: 'priority', verb: 'swap', from: { id: 4, label: '低' }, to: { id: 2, label: '高' } },
  { field: 'dueDate', verb: 'set', to: '2026-12-01' },
  { field: 'dueDate', verb: 'clear' },
  { field: 'startDate', verb: 'set', to: '2026-12-01' },
  { field: 'milestone', verb: 'set', to: [here, there] },
  { field: 'milestone', verb: 'add', values: [there] },
  { field: 'milestone', verb: 'remove', values: [here] },
  { field: 'milestone', verb: 'swap', from: here, to: there },
  { field: 'milestone', verb: 'clear' },
  { field: 'version', verb: 'add', values: [there] },
  { field: 'version', verb: 'clear' },
  { field: 'category', verb: 'add', values: [here] },
  { field: 'estimatedHours', verb: 'set', to: 3.25 },
  { field: 'estimatedHours', verb: 'clear' },
  { field: 'actualHours', verb: 'set', to: 0 },
  { field: 'parent', verb: 'set', to: { id: 12, label: 'WEB-12' } },
  { field: 'parent', verb: 'clear' },
  { field, verb: 'set', target: target(1), to: '1行' },
  { field, verb: 'set', target: target(2), to: '2行\nある' },
  { field, verb: 'clear', target: target(2) },
  { field, verb: 'set', target: target(3), to: -12.5 },
  { field, verb: 'clear', target: target(3) },
  { field, verb: 'set', target: target(4), to: '2026-12-01' },
  { field, verb: 'clear', target: target(4) },
  { field, verb: 'set', target: target(5), to: there },
  { field, verb: 'swap', target: target(5), from: here, to: there },
  { field, verb: 'clear', target: target(5) },
  { field, verb: 'add', target: target(6), values: [here, there] },
  { field, verb: 'remove', target: target(6), values: [here] },
  { field, verb: 'swap', target: target(6), from: here, to: there },
  { field, verb: 'clear', target: target(6) },
  { field, verb: 'set', target: target(7), to: [here], otherValue: '社内Wi-Fi' },
  { field, verb: 'add', target: target(7), values: [here], otherValue: null },
  { field, verb: 'add', target: target(7), values: [here] },
  { field, verb: 'set', target: target(8), to: there, otherValue: '店舗' },
  { field, verb: 'set', target: target(8), to: there, otherValue: null },
  { field, verb: 'swap', target: target(8), from: here, to: there },
  { field: 'comment', verb: 'add', text: '引き継ぎます。' },
];
const notify: Change = { field: 'notify', verb: 'add', people: [sato, suzuki] };

describe('draft of a change', () => {
  it('every change comes back unchanged from its block, 対応済み (0) included', () => {
    for (const change of [...changes, notify]) expect(changeOf(draftOf(change))).toEqual(change);
  });

  it('what a complete block means fits the schema of changes', () => {
    const beside: Change = { field: 'comment', verb: 'add', text: 'x' };
    for (const change of changes) expect(changesSchema.safeParse([change]).success).toBe(true);
    expect(changesSchema.safeParse([notify, beside]).success).toBe(true);
  });

  it('an empty block means nothing, and clearing is only the verb clear', () => {
    const custom = ([1, 2, 3, 4, 5, 6, 7, 8] as const).map((typeId) => ({
      key: `custom:${typeId}:属性` as const,
      target: target(typeId),
    }));
    for (const block of [...composerFields([]), ...custom]) {
      for (const verb of traitsOf(block).verbs) {
        const change = changeOf({ ...emptyDraft(block), verb });
        if (verb === 'clear') expect(change).toMatchObject({ verb });
        else expect(change).toBeNull();
      }
    }
    expect(changeOf({ ...emptyDraft(plainField('comment')), text: '  \n' })).toBeNull();
    expect(changeOf({ ...emptyDraft(plainField('dueDate')), day: '2026-12' })).toBeNull();
    // A key is no parent before the issue was found.
    expect(changeOf({ ...emptyDraft(plainField('parent')), text: 'WEB-12' })).toBeNull();
  });

  it('free text beside choices that is not typed yet leaves the one that is there', () => {
    const set = draftOf({ field, verb: 'set', target: target(8), to: there });
    expect(changeOf({ ...set, other: '' })).toEqual(changeOf(set));
    expect(changeOf({ ...set, verb: 'swap', from: set.to, other: '店舗' })).not.toHaveProperty('otherValue');
  });

  it('a swap needs both values', () => {
    const swap = draftOf({ field: 'milestone', verb: 'swap', from: here, to: there });
    expect(changeOf({ ...swap, from: null })).toBeNull();
    expect(changeOf({ ...swap, to: null })).toBeNull();
  });

  it('changes stand in the order of the composer, incomplete ones are left out', () => {
    const drafts = [
      draftOf({ field: 'comment', verb: 'add', text: 'x' }),
      draftOf({ field, verb: 'set', target: target(1), to: '1行' }),
      emptyDraft(plainField('assignee')),
      draftOf({ field: 'status', verb: 'set', to: there }),
    ];
    expect(changesOf(drafts).map((change) => change.field)).toEqual(['status', 'custom', 'comment']);
  });
});

describe('limits', () => {
  const hours = (text: string): FieldDraft => ({ ...emptyDraft(plainField('estimatedHours')), text });
  const number = (text: string): FieldDraft => ({
    ...draftOf({ field, verb: 'clear', target: target(3) }),
    verb: 'set',
    text,
  });
  const texts = ['0', '0.01', '3.25', '99999.99', '-1', '100000', '1.005', '1e12', '-1000000000000'];
  const more = [
    '1000000000001',
    '0.0001',
    '0.00001',
    '-12.3456',
    '1,234.5',
    '１２．５',
    '3h',
    '.',
    '999999.25',
  ];

  it('a number that the composer takes is one that the schema takes, and no other', () => {
    for (const text of [...texts, ...more]) {
      for (const draft of [hours(text), number(text)]) {
        const change = changeOf(draft);
        expect([text, change === null]).toEqual([text, problemOf(draft) !== null]);
        if (change !== null) expect([text, changesSchema.safeParse([change]).success]).toEqual([text, true]);
      }
    }
    expect(numberOf('１，２３４．５')).toBe(1234.5);
  });

  it('each says what is wrong', () => {
    expect(problemOf(hours(''))).toBeNull();
    expect(problemOf(hours('3h'))).toEqual({ code: 'notNumber' });
    expect(problemOf(hours('-1'))).toMatchObject({ code: 'hours' });
    expect(problemOf(hours('100000'))).toMatchObject({ code: 'hours' });
    expect(problemOf(hours('1.005'))).toEqual({ code: 'decimals', most: 2 });
    expect(problemOf(number('0.00001'))).toEqual({ code: 'decimals', most: 4 });
    expect(problemOf(number('1000000000001'))).toMatchObject({ code: 'numberRange' });
  });

  it('texts, lists and free text have their most', () => {
    const comment = { ...emptyDraft(plainField('comment')), text: '長'.repeat(50_001) };
    expect(problemOf(comment)).toEqual({ code: 'tooLong', count: 50_001, most: 50_000 });
    const area = draftOf({ field, verb: 'set', target: target(2), to: 'x'.repeat(100_000) });
    expect(problemOf(area)).toBeNull();
    expect(changeOf({ ...area, text: 'x'.repeat(100_001) })).toBeNull();
    expect(problemOf({ ...area, text: 'half \ud83d pair' })).toEqual({ code: 'unstorable' });
    const radio = draftOf({ field, verb: 'set', target: target(8), to: there, otherValue: '店'.repeat(256) });
    expect(problemOf(radio)).toEqual({ code: 'tooLong', count: 256, most: 255 });
    const people = Array.from({ length: 51 }, (_, id) => ({ id, label: `人${id}` }));
    expect(problemOf(draftOf({ field: 'notify', verb: 'add', people }))).toMatchObject({ code: 'tooMany' });
  });
});

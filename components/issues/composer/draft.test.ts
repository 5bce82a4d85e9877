import { describe, expect, it } from 'vitest';
import { type Change, changesSchema } from '@/lib/bulk/changes';
import { changeOf, changesOf, composerFields, draftOf, emptyDraft, verbsOf } from './draft';

const here = { label: 'Sprint 24', byProject: { '1': 24 } };
const there = { label: 'Sprint 25', byProject: { '1': 25, '2': 95 } };
const sato = { id: 7, label: '佐藤 美咲' };
const suzuki = { id: 8, label: '鈴木 健太' };

const changes: Change[] = [
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
  { field: 'category', verb: 'add', values: [here] },
  { field: 'comment', verb: 'add', text: '引き継ぎます。' },
];

describe('draft of a change', () => {
  it('every change comes back unchanged from its block, 対応済み (0) included', () => {
    for (const change of changes) expect(changeOf(draftOf(change))).toEqual(change);
  });

  it('what a complete block means fits the schema of changes', () => {
    for (const change of changes) expect(changesSchema.safeParse([change]).success).toBe(true);
  });

  it('an empty block means nothing, and clearing is only the verb clear', () => {
    for (const field of composerFields) {
      for (const verb of verbsOf[field]) {
        const change = changeOf({ ...emptyDraft(field), verb });
        expect(change).toEqual(verb === 'clear' ? { field, verb } : null);
      }
    }
    expect(changeOf({ ...emptyDraft('comment'), text: '  \n' })).toBeNull();
    expect(changeOf({ ...emptyDraft('dueDate'), day: '2026-12' })).toBeNull();
  });

  it('a swap needs both values', () => {
    const swap = draftOf({ field: 'milestone', verb: 'swap', from: here, to: there });
    expect(changeOf({ ...swap, from: null })).toBeNull();
    expect(changeOf({ ...swap, to: null })).toBeNull();
  });

  it('changes stand in the order of the composer, incomplete ones are left out', () => {
    const drafts = [
      draftOf({ field: 'comment', verb: 'add', text: 'x' }),
      emptyDraft('assignee'),
      draftOf({ field: 'status', verb: 'set', to: there }),
    ];
    expect(changesOf(drafts).map((change) => change.field)).toEqual(['status', 'comment']);
  });
});

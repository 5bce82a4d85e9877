import { describe, expect, it } from 'vitest';
import { plainField } from './block-field';
import { type ComposerAction, type ComposerState, emptyComposer, reduceComposer } from './composer-state';
import { emptyDraft } from './draft';

const run = (...actions: ComposerAction[]): ComposerState => actions.reduce(reduceComposer, emptyComposer);
const keys = (state: ComposerState) => state.drafts.map((draft) => draft.key);
const dueDate = plainField('dueDate');
const comment = plainField('comment');
const origin = {
  key: 'custom:8:起票元',
  target: { label: '起票元', typeId: 8, byProject: { '1': 7 } },
} as const;

describe('composer', () => {
  it('keeps one block per field, in a fixed order: custom fields before what goes out with the update', () => {
    const state = run(
      { type: 'open', field: comment },
      { type: 'open', field: origin },
      { type: 'open', field: plainField('status') },
      { type: 'open', field: plainField('status') },
    );
    expect(keys(state)).toEqual(['status', 'custom:8:起票元', 'comment']);
    expect(state.past).toHaveLength(3);
  });

  it('undo takes back one step after the other, down to nothing', () => {
    let state = run(
      { type: 'open', field: dueDate },
      { type: 'patch', field: dueDate, patch: { day: '2026-12-01' } },
      { type: 'remove', key: 'dueDate' },
    );
    expect(keys(state)).toEqual([]);
    state = reduceComposer(state, { type: 'undo' });
    expect(state.drafts[0]?.day).toBe('2026-12-01');
    state = reduceComposer(state, { type: 'undo' });
    expect(state.drafts[0]?.day).toBe('');
    state = reduceComposer(state, { type: 'undo' });
    expect(keys(state)).toEqual([]);
    expect(reduceComposer(state, { type: 'undo' })).toBe(state);
  });

  it('a run of keystrokes is one step', () => {
    const typed = run(
      { type: 'open', field: comment },
      { type: 'patch', field: comment, patch: { text: 'あ' } },
      { type: 'patch', field: comment, patch: { text: 'ある' } },
      { type: 'patch', field: comment, patch: { text: 'あること' } },
    );
    const undone = reduceComposer(typed, { type: 'undo' });
    expect(typed.drafts[0]?.text).toBe('あること');
    expect(undone.drafts).toEqual([emptyDraft(comment)]);
  });

  it('filling a field that the new type demands makes a block of it', () => {
    const to = { key: 'name:社内', label: '社内', id: null, byProject: { '1': 1 } };
    const state = run({ type: 'patch', field: origin, patch: { to } });
    expect(state.drafts).toEqual([{ ...emptyDraft(origin), to }]);
  });

  it('what was looked up is no step of the person', () => {
    const parent = plainField('parent');
    const to = { key: 'id:12', label: 'WEB-12', id: 12, byProject: {} };
    const typed = run({ type: 'patch', field: parent, patch: { text: 'WEB-12', to: null } });
    const found = reduceComposer(typed, { type: 'found', key: 'parent', to });
    expect(found.drafts[0]?.to).toEqual(to);
    expect(found.past).toBe(typed.past);
  });
});

import { describe, expect, it } from 'vitest';
import { type ComposerAction, type ComposerState, emptyComposer, reduceComposer } from './composer-state';
import { emptyDraft } from './draft';

const run = (...actions: ComposerAction[]): ComposerState => actions.reduce(reduceComposer, emptyComposer);
const fields = (state: ComposerState) => state.drafts.map((draft) => draft.field);

describe('composer', () => {
  it('keeps one block per field, in a fixed order', () => {
    const state = run(
      { type: 'open', field: 'comment' },
      { type: 'open', field: 'status' },
      { type: 'open', field: 'status' },
    );
    expect(fields(state)).toEqual(['status', 'comment']);
    expect(state.past).toHaveLength(2);
  });

  it('undo takes back one step after the other, down to nothing', () => {
    let state = run(
      { type: 'open', field: 'dueDate' },
      { type: 'patch', field: 'dueDate', patch: { day: '2026-12-01' } },
      { type: 'remove', field: 'dueDate' },
    );
    expect(fields(state)).toEqual([]);
    state = reduceComposer(state, { type: 'undo' });
    expect(state.drafts[0]?.day).toBe('2026-12-01');
    state = reduceComposer(state, { type: 'undo' });
    expect(state.drafts[0]?.day).toBe('');
    state = reduceComposer(state, { type: 'undo' });
    expect(fields(state)).toEqual([]);
    expect(reduceComposer(state, { type: 'undo' })).toBe(state);
  });

  it('a run of keystrokes is one step', () => {
    const typed = run(
      { type: 'open', field: 'comment' },
      { type: 'patch', field: 'comment', patch: { text: 'あ' } },
      { type: 'patch', field: 'comment', patch: { text: 'ある' } },
      { type: 'patch', field: 'comment', patch: { text: 'あること' } },
    );
    const undone = reduceComposer(typed, { type: 'undo' });
    expect(typed.drafts[0]?.text).toBe('あること');
    expect(undone.drafts).toEqual([emptyDraft('comment')]);
  });
});

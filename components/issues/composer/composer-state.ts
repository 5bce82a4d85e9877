import type { ChangeKey } from '@/lib/bulk/change-key';
import type { BlockField } from './block-field';
import { type DraftPatch, emptyDraft, type FieldDraft, inOrder } from './draft';

/** Blocks of the composer and the steps that Ctrl+Z takes back. */
export interface ComposerState {
  drafts: readonly FieldDraft[];
  past: readonly (readonly FieldDraft[])[];
  /** Field whose text is being typed: a run of keystrokes is one step. */
  typing: ChangeKey | null;
}

export type ComposerAction =
  /** Adds an empty block, or leaves the one that is there. */
  | { type: 'open'; field: BlockField }
  /** Adds the block if need be. */
  | { type: 'patch'; field: BlockField; patch: DraftPatch }
  /** Something looked up for a block: no step of the person. */
  | { type: 'found'; key: ChangeKey; to: FieldDraft['to'] }
  | { type: 'remove'; key: ChangeKey }
  | { type: 'undo' }
  | { type: 'restore'; drafts: readonly FieldDraft[] }
  | { type: 'clear' };

export const emptyComposer: ComposerState = { drafts: [], past: [], typing: null };
const MAX_STEPS = 50;

export function reduceComposer(state: ComposerState, action: ComposerAction): ComposerState {
  switch (action.type) {
    case 'open':
      if (state.drafts.some((draft) => draft.key === action.field.key)) return state;
      return step(state, [...state.drafts, emptyDraft(action.field)]);
    case 'patch': {
      const { key } = action.field;
      const there = state.drafts.some((draft) => draft.key === key);
      const drafts = (there ? state.drafts : [...state.drafts, emptyDraft(action.field)]).map((draft) =>
        draft.key === key ? { ...draft, ...action.patch } : draft,
      );
      const typing = action.patch.text !== undefined || action.patch.other !== undefined ? key : null;
      if (typing !== null && state.typing === typing) return { ...state, drafts };
      return { ...step(state, drafts), typing };
    }
    case 'found':
      return {
        ...state,
        drafts: state.drafts.map((draft) => (draft.key === action.key ? { ...draft, to: action.to } : draft)),
      };
    case 'remove':
      return step(
        state,
        state.drafts.filter((draft) => draft.key !== action.key),
      );
    case 'undo': {
      const before = state.past.at(-1);
      return before ? { drafts: before, past: state.past.slice(0, -1), typing: null } : state;
    }
    case 'restore':
      return { drafts: inOrder(action.drafts), past: [], typing: null };
    case 'clear':
      return state.drafts.length === 0 ? emptyComposer : step(state, []);
  }
}

function step(state: ComposerState, drafts: readonly FieldDraft[]): ComposerState {
  return { drafts: inOrder(drafts), past: [...state.past, state.drafts].slice(-MAX_STEPS), typing: null };
}

import type { ChangeField } from '@/lib/bulk/changes';
import { composerFields, emptyDraft, type FieldDraft } from './draft';

/** Blocks of the composer and the steps that Ctrl+Z takes back. */
export interface ComposerState {
  drafts: readonly FieldDraft[];
  past: readonly (readonly FieldDraft[])[];
  /** Field whose text is being typed: a run of keystrokes is one step. */
  typing: ChangeField | null;
}

export type ComposerAction =
  /** Adds an empty block, or leaves the one that is there. */
  | { type: 'open'; field: ChangeField }
  | { type: 'patch'; field: ChangeField; patch: Partial<Omit<FieldDraft, 'field'>> }
  | { type: 'remove'; field: ChangeField }
  | { type: 'undo' }
  | { type: 'restore'; drafts: readonly FieldDraft[] }
  | { type: 'clear' };

export const emptyComposer: ComposerState = { drafts: [], past: [], typing: null };
const MAX_STEPS = 50;

export function reduceComposer(state: ComposerState, action: ComposerAction): ComposerState {
  switch (action.type) {
    case 'open':
      if (state.drafts.some((draft) => draft.field === action.field)) return state;
      return step(state, sorted([...state.drafts, emptyDraft(action.field)]));
    case 'patch': {
      const drafts = state.drafts.map((draft) =>
        draft.field === action.field ? { ...draft, ...action.patch } : draft,
      );
      const typing = action.patch.text !== undefined ? action.field : null;
      if (typing !== null && state.typing === typing) return { ...state, drafts };
      return { ...step(state, drafts), typing };
    }
    case 'remove':
      return step(
        state,
        state.drafts.filter((draft) => draft.field !== action.field),
      );
    case 'undo': {
      const before = state.past.at(-1);
      return before ? { drafts: before, past: state.past.slice(0, -1), typing: null } : state;
    }
    case 'restore':
      return { drafts: sorted(action.drafts), past: [], typing: null };
    case 'clear':
      return state.drafts.length === 0 ? emptyComposer : step(state, []);
  }
}

function step(state: ComposerState, drafts: readonly FieldDraft[]): ComposerState {
  return { drafts, past: [...state.past, state.drafts].slice(-MAX_STEPS), typing: null };
}

function sorted(drafts: readonly FieldDraft[]): FieldDraft[] {
  return composerFields.flatMap((field) => drafts.find((draft) => draft.field === field) ?? []);
}

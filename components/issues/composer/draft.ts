import { inFieldOrder } from '@/components/plans/touched-fields';
import { customKey } from '@/lib/bulk/change-key';
import type { Change, LabelledId, ProjectValue } from '@/lib/bulk/changes';
import { type BlockField, plainField, traitsOf, type Verb } from './block-field';
import { type Choice, choiceOfId, choiceOfValue } from './choice';

/** What stands in one block of the composer, complete or not. Parts that the verb does not use keep their value. */
interface DraftValues {
  verb: Verb;
  from: Choice | null;
  /** The value to set, or the parent issue once it was found. */
  to: Choice | null;
  /** Values of `add`, `remove` and of `set` for lists; people to tell. */
  values: readonly Choice[];
  /** yyyy-MM-dd, or empty. */
  day: string;
  /** Comment, text, number or issue key as typed. */
  text: string;
  /** Free text beside the choices of a custom field: null empties it, undefined leaves it. */
  other: string | null | undefined;
}

export type FieldDraft = BlockField & DraftValues;
export type DraftPatch = Partial<DraftValues>;

export function emptyDraft(field: BlockField): FieldDraft {
  const [verb] = traitsOf(field).verbs;
  return { ...field, verb, from: null, to: null, values: [], day: '', text: '', other: undefined };
}

/** Blocks in the composer's order. */
export function inOrder<F extends BlockField>(blocks: readonly F[]): F[] {
  return inFieldOrder(blocks, ({ key }) => key);
}

function blockOf(change: Change): BlockField {
  if (change.field !== 'custom') return plainField(change.field);
  return { key: customKey(change.target), target: change.target };
}

/** The block that shows a change again, e.g. when a person comes back from the preview. */
export function draftOf(change: Change): FieldDraft {
  const draft: FieldDraft = { ...emptyDraft(blockOf(change)), verb: change.verb };
  switch (change.verb) {
    case 'clear':
      return draft;
    case 'swap':
      return { ...draft, from: choiceOf(change.from), to: choiceOf(change.to) };
    case 'remove':
      return { ...draft, values: change.values.map(choiceOfValue) };
    case 'add':
      if (change.field === 'comment') return { ...draft, text: change.text };
      if (change.field === 'notify') return { ...draft, values: change.people.map(choiceOfId) };
      return {
        ...draft,
        values: change.values.map(choiceOfValue),
        ...(change.field === 'custom' ? { other: change.otherValue } : {}),
      };
    case 'set':
      return { ...draft, ...setPart(change) };
  }
}

function setPart(change: Extract<Change, { verb: 'set' }>): DraftPatch {
  const { to } = change;
  const other = 'otherValue' in change ? { other: change.otherValue } : {};
  if (typeof to === 'number') return { text: String(to) };
  if (typeof to === 'string') {
    return traitsOf(blockOf(change)).editor === 'day' ? { day: to } : { text: to };
  }
  if (Array.isArray(to)) return { values: to.map(choiceOfValue), ...other };
  return { to: choiceOf(to), ...other, ...(change.field === 'parent' ? { text: change.to.label } : {}) };
}

function choiceOf(value: ProjectValue | LabelledId): Choice {
  return 'byProject' in value ? choiceOfValue(value) : choiceOfId(value);
}

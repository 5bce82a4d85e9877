import type { Change, ChangeField, LabelledId, ProjectValue } from '@/lib/bulk/changes';
import { type Choice, choiceOfId, choiceOfValue } from './choice';

export type Verb = Change['verb'];

/** What stands in one block of the composer, complete or not. Fields that the verb does not use keep their value. */
export interface FieldDraft {
  field: ChangeField;
  verb: Verb;
  from: Choice | null;
  to: Choice | null;
  /** Values of `add`, `remove` and of `set` for lists. */
  values: readonly Choice[];
  /** yyyy-MM-dd, or empty. */
  day: string;
  text: string;
}

/** Verbs of each field, the usual one first. */
export const verbsOf: Readonly<Record<ChangeField, readonly [Verb, ...Verb[]]>> = {
  status: ['set', 'swap'],
  assignee: ['set', 'swap', 'clear'],
  dueDate: ['set', 'clear'],
  startDate: ['set', 'clear'],
  milestone: ['add', 'remove', 'swap', 'set', 'clear'],
  category: ['add', 'remove', 'swap', 'set', 'clear'],
  priority: ['set', 'swap'],
  resolution: ['set', 'swap', 'clear'],
  comment: ['add'],
};

/** Fields of the composer in their order. */
export const composerFields = [
  'status',
  'assignee',
  'dueDate',
  'startDate',
  'milestone',
  'category',
  'priority',
  'resolution',
  'comment',
] as const satisfies readonly ChangeField[];

export function emptyDraft(field: ChangeField): FieldDraft {
  return { field, verb: verbsOf[field][0], from: null, to: null, values: [], day: '', text: '' };
}

/** Days that a change may set: a year half typed, like 0260, is none. */
export const FIRST_DAY = '1990-01-01';
export const LAST_DAY = '2199-12-31';
const isSettableDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= FIRST_DAY && day <= LAST_DAY;
/** Characters of a comment, as Backlog allows. */
export const MOST_COMMENT = 50_000;

/** The change that a block means, or null while something is missing. */
export function changeOf(draft: FieldDraft): Change | null {
  const { field, verb } = draft;
  switch (field) {
    case 'comment': {
      const text = draft.text.trim();
      return text === '' || draft.text.length > MOST_COMMENT ? null : { field, verb: 'add', text };
    }
    case 'dueDate':
    case 'startDate':
      if (verb === 'clear') return { field, verb };
      return isSettableDay(draft.day) ? { field, verb: 'set', to: draft.day } : null;
    case 'status': {
      const [from, to] = [projectValue(draft.from), projectValue(draft.to)];
      if (!to) return null;
      if (verb === 'swap') return from && { field, verb, from, to };
      return { field, verb: 'set', to };
    }
    case 'assignee':
    case 'resolution': {
      if (verb === 'clear') return { field, verb };
      const [from, to] = [labelledId(draft.from), labelledId(draft.to)];
      if (!to) return null;
      if (verb === 'swap') return from && { field, verb, from, to };
      return { field, verb: 'set', to };
    }
    case 'priority': {
      const [from, to] = [labelledId(draft.from), labelledId(draft.to)];
      if (!to) return null;
      if (verb === 'swap') return from && { field, verb, from, to };
      return { field, verb: 'set', to };
    }
    case 'milestone':
    case 'category':
      return listChangeOf(field, draft);
  }
}

function listChangeOf(field: 'milestone' | 'category', draft: FieldDraft): Change | null {
  if (draft.verb === 'clear') return { field, verb: 'clear' };
  if (draft.verb === 'swap') {
    const [from, to] = [projectValue(draft.from), projectValue(draft.to)];
    return from && to && { field, verb: 'swap', from, to };
  }
  const values = draft.values.flatMap((choice) => projectValue(choice) ?? []);
  if (values.length === 0) return null;
  if (draft.verb === 'set') return { field, verb: 'set', to: values };
  return { field, verb: draft.verb, values };
}

function projectValue(choice: Choice | null): ProjectValue | null {
  return choice && { label: choice.label, byProject: choice.byProject };
}

function labelledId(choice: Choice | null): LabelledId | null {
  return choice === null || choice.id === null ? null : { id: choice.id, label: choice.label };
}

/** The block that shows a change again, e.g. when a person comes back from the preview. */
export function draftOf(change: Change): FieldDraft {
  const draft = { ...emptyDraft(change.field), verb: change.verb };
  if (change.field === 'comment') return { ...draft, text: change.text };
  if (change.verb === 'clear') return draft;
  if (change.verb === 'add' || change.verb === 'remove') {
    return { ...draft, values: change.values.map(choiceOfValue) };
  }
  const to = typeof change.to === 'string' || Array.isArray(change.to) ? null : choiceOf(change.to);
  return {
    ...draft,
    to,
    from: change.verb === 'swap' ? choiceOf(change.from) : null,
    values: Array.isArray(change.to) ? change.to.map(choiceOfValue) : [],
    day: typeof change.to === 'string' ? change.to : '',
  };
}

function choiceOf(value: ProjectValue | LabelledId): Choice {
  return 'byProject' in value ? choiceOfValue(value) : choiceOfId(value);
}

/** Complete changes of all blocks, in the composer's order. */
export function changesOf(drafts: readonly FieldDraft[]): Change[] {
  return composerFields.flatMap((field) => {
    const draft = drafts.find((each) => each.field === field);
    return (draft && changeOf(draft)) ?? [];
  });
}

import type { Change, LabelledId, ProjectValue } from '@/lib/bulk/changes';
import type { CustomTarget } from './block-field';
import type { Choice } from './choice';
import { type FieldDraft, inOrder } from './draft';
import { numberOf, problemOf, takesOther } from './draft-limits';

/** The change that a block means, or null while something is missing or wrong. */
export function changeOf(draft: FieldDraft): Change | null {
  if (problemOf(draft) !== null) return null;
  if (draft.target !== null) return customChangeOf(draft, draft.target);
  const { key: field, verb } = draft;
  switch (field) {
    case 'comment': {
      const text = draft.text.trim();
      return text === '' ? null : { field, verb: 'add', text };
    }
    case 'notify': {
      const people = draft.values.flatMap((choice) => labelledId(choice) ?? []);
      return people.length === 0 ? null : { field, verb: 'add', people };
    }
    case 'dueDate':
    case 'startDate':
      if (verb === 'clear') return { field, verb };
      return draft.day === '' ? null : { field, verb: 'set', to: draft.day };
    case 'estimatedHours':
    case 'actualHours': {
      if (verb === 'clear') return { field, verb };
      const to = numberOf(draft.text);
      return to === null ? null : { field, verb: 'set', to };
    }
    case 'parent': {
      if (verb === 'clear') return { field, verb };
      const to = labelledId(draft.to);
      return to && { field, verb: 'set', to };
    }
    case 'issueType':
    case 'status': {
      const [from, to] = [projectValue(draft.from), projectValue(draft.to)];
      if (verb === 'swap') return from && to && { field, verb, from, to };
      return to && { field, verb: 'set', to };
    }
    case 'assignee':
    case 'resolution':
      if (verb === 'clear') return { field, verb };
      return spaceChangeOf(field, draft);
    case 'priority':
      return spaceChangeOf(field, draft);
    case 'milestone':
    case 'version':
    case 'category': {
      if (verb === 'clear') return { field, verb };
      const list = listOf(draft);
      return list && { field, ...list };
    }
  }
}

function spaceChangeOf(
  field: 'assignee' | 'resolution' | 'priority',
  { verb, ...draft }: FieldDraft,
): Change | null {
  const [from, to] = [labelledId(draft.from), labelledId(draft.to)];
  if (verb === 'swap') return from && to && { field, verb, from, to };
  return to && { field, verb: 'set', to };
}

type ListPart =
  | { verb: 'set'; to: ProjectValue[] }
  | { verb: 'add'; values: ProjectValue[] }
  | { verb: 'remove'; values: ProjectValue[] }
  | { verb: 'swap'; from: ProjectValue; to: ProjectValue };

function listOf(draft: FieldDraft): ListPart | null {
  const { verb } = draft;
  if (verb === 'swap') {
    const [from, to] = [projectValue(draft.from), projectValue(draft.to)];
    return from && to && { verb, from, to };
  }
  const values = draft.values.flatMap((choice) => projectValue(choice) ?? []);
  if (values.length === 0 || verb === 'clear') return null;
  if (verb === 'set') return { verb, to: values };
  return verb === 'add' ? { verb, values } : { verb, values };
}

function customChangeOf(draft: FieldDraft, { typeId, ...named }: CustomTarget): Change | null {
  const field = 'custom';
  const { verb } = draft;
  switch (typeId) {
    case 1:
    case 2: {
      const target = { ...named, typeId };
      const to = draft.text.trim();
      if (verb === 'clear') return { field, target, verb };
      return to === '' ? null : { field, target, verb: 'set', to };
    }
    case 3: {
      const target = { ...named, typeId };
      const to = numberOf(draft.text);
      if (verb === 'clear') return { field, target, verb };
      return to === null ? null : { field, target, verb: 'set', to };
    }
    case 4: {
      const target = { ...named, typeId };
      if (verb === 'clear') return { field, target, verb };
      return draft.day === '' ? null : { field, target, verb: 'set', to: draft.day };
    }
    case 5:
    case 8: {
      const target = { ...named, typeId };
      const [from, to] = [projectValue(draft.from), projectValue(draft.to)];
      if (verb === 'clear') return { field, target, verb };
      if (verb === 'swap') return from && to && { field, target, verb, from, to };
      return to && { field, target, verb: 'set', to, ...otherOf(draft) };
    }
    case 6:
    case 7: {
      const target = { ...named, typeId };
      if (verb === 'clear') return { field, target, verb };
      const list = listOf(draft);
      if (list?.verb === 'set' || list?.verb === 'add') return { field, target, ...list, ...otherOf(draft) };
      return list && { field, target, ...list };
    }
  }
}

function otherOf({ other, verb }: FieldDraft): { otherValue?: string | null } {
  if (other === undefined || !takesOther(verb)) return {};
  const text = other?.trim() ?? null;
  // Nothing typed yet is not the wish to empty it.
  return text === '' ? {} : { otherValue: text };
}

function projectValue(choice: Choice | null): ProjectValue | null {
  return choice && { label: choice.label, byProject: choice.byProject };
}

function labelledId(choice: Choice | null): LabelledId | null {
  return choice === null || choice.id === null ? null : { id: choice.id, label: choice.label };
}

/** Complete changes of all blocks, in the composer's order. */
export function changesOf(drafts: readonly FieldDraft[]): Change[] {
  return inOrder(drafts).flatMap((draft) => changeOf(draft) ?? []);
}

import type { Change } from './changes';

/** What a change is about: its field, for custom fields with kind and name. Two changes of one key exclude each other. */
export function changeKey(change: Change): ChangeKey {
  return change.field === 'custom' ? customKey(change.target) : change.field;
}

/** Key of all changes of the custom fields of one kind and name, whatever their projects. */
export function customKey({ typeId, label }: { typeId: number; label: string }): CustomKey {
  return `custom:${typeId}:${label}`;
}

export type CustomKey = `custom:${number}:${string}`;
export type ChangeKey = Exclude<Change['field'], 'custom'> | CustomKey;

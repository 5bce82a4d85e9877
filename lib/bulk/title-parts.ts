import type { Change, ChangeField } from './changes';

/** One change as data for a title; the words around it live in the messages. */
export interface TitlePart {
  field: ChangeField;
  /** Name of a custom field; null for the others, whose names are in the messages. */
  name: string | null;
  verb: Change['verb'];
  /** What a swap replaces; null for other verbs. */
  from: string | null;
  /** Names (the day as yyyy-MM-dd, the number) that the verb is about; empty for `clear` and for comments. */
  labels: string[];
}

/** Parts of an automatic plan title, in the order of the changes. */
export function titleParts(changes: readonly Change[]): TitlePart[] {
  return changes.map((change) => ({
    field: change.field,
    name: change.field === 'custom' ? change.target.label : null,
    verb: change.verb,
    from: change.verb === 'swap' ? change.from.label : null,
    labels: labelsOf(change),
  }));
}

function labelsOf(change: Change): string[] {
  if (change.field === 'comment' || change.verb === 'clear') return [];
  if (change.field === 'notify') return change.people.map((person) => person.label);
  if (change.verb === 'add' || change.verb === 'remove') return change.values.map((value) => value.label);
  const targets = Array.isArray(change.to) ? change.to : [change.to];
  return targets.map((target) => (typeof target === 'object' ? target.label : String(target)));
}

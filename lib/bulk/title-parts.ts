import type { Change, ChangeField } from './changes';

/** One change as data for a title; the words around it live in the messages. */
export interface TitlePart {
  field: ChangeField;
  verb: Change['verb'];
  /** What a swap replaces; null for other verbs. */
  from: string | null;
  /** Names (or the day, yyyy-MM-dd) that the verb is about; empty for `clear` and for comments. */
  labels: string[];
}

/** Parts of an automatic plan title, in the order of the changes. */
export function titleParts(changes: readonly Change[]): TitlePart[] {
  return changes.map((change) => ({
    field: change.field,
    verb: change.verb,
    from: change.verb === 'swap' ? change.from.label : null,
    labels: labelsOf(change),
  }));
}

function labelsOf(change: Change): string[] {
  if (change.field === 'comment' || change.verb === 'clear') return [];
  if (change.verb === 'add' || change.verb === 'remove') return change.values.map((value) => value.label);
  const targets = Array.isArray(change.to) ? change.to : [change.to];
  return targets.map((target) => (typeof target === 'string' ? target : target.label));
}

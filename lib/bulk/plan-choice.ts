import type { ProjectValue } from './change-parts';
import type { NamedValue } from './plan';
import { type Found, soughtValue, type ValuePlace, writableValue } from './project-values';

/** What can be done to one choice whose values have their own ids in every project. */
export type ChoiceVerb =
  | { verb: 'set'; to: ProjectValue }
  | { verb: 'swap'; from: ProjectValue; to: ProjectValue }
  | { verb: 'clear' };

/** The value after a verb: `before` itself when the verb does not concern this issue. */
export function planChoice(
  change: ChoiceVerb,
  before: NamedValue | null,
  place: ValuePlace,
): Found<NamedValue | null> {
  if (change.verb === 'clear') return { value: null };
  if (change.verb === 'swap') {
    const sought = soughtValue(change.from, before === null ? [] : [before], place);
    if ('block' in sought) return sought;
    if (sought.value === null) return { value: before };
  }
  return writableValue(change.to, place);
}

import type { Change, ChangeField } from '@/lib/bulk/changes';
import { titleParts } from '@/lib/bulk/title-parts';

/** Short text of each change for the selection bar, e.g. a person's name. Comments have none. */
export function settingTexts(
  changes: readonly Change[],
  words: { clear: string; day: (day: string) => string },
): ReadonlyMap<ChangeField, string> {
  return new Map(
    titleParts(changes).flatMap(({ field, verb, labels }) => {
      if (field === 'comment') return [];
      if (verb === 'clear') return [[field, words.clear] as const];
      const isDay = field === 'dueDate' || field === 'startDate';
      return [[field, labels.map((label) => (isDay ? words.day(label) : label)).join(', ')] as const];
    }),
  );
}

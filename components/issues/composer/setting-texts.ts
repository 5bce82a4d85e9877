import { type ChangeKey, changeKey } from '@/lib/bulk/change-key';
import type { Change } from '@/lib/bulk/changes';
import { titleParts } from '@/lib/bulk/title-parts';

/** Short text of each change for the selection bar, e.g. a person's name. Comments have none. */
export function settingTexts(
  changes: readonly Change[],
  words: { clear: string; day: (day: string) => string },
): ReadonlyMap<ChangeKey, string> {
  return new Map(
    changes.flatMap((change) => {
      const [part] = titleParts([change]);
      if (!part || change.field === 'comment') return [];
      const isDay = change.field === 'dueDate' || change.field === 'startDate';
      const labels = part.labels.map((label) => (isDay ? words.day(label) : label));
      const text = change.verb === 'clear' ? words.clear : labels.join(', ');
      return [[changeKey(change), text] as const];
    }),
  );
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** Entries whose label or hint holds every typed word; width and case do not matter. */
export function matchOptions<T extends { label: string; hint?: string | undefined }>(
  options: readonly T[],
  text: string,
): readonly T[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  return options.filter((option) => {
    const name = fold(`${option.label} ${option.hint ?? ''}`);
    return words.every((word) => name.includes(word));
  });
}

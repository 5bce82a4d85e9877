/** Endings of the address of a space, in the order they are offered. */
export const endings = ['.backlog.com', '.backlog.jp', '.backlogtool.com'] as const;
export type Ending = (typeof endings)[number];

export function isEnding(text: string): text is Ending {
  return endings.some((ending) => ending === text);
}

/** Space id and ending of a pasted URL or host; null when it is none, so it stays in the field as it is. */
export function splitAddress(text: string): { id: string; ending: Ending } | null {
  const host = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .split(/[/?#]/, 1)[0];
  const ending = endings.find((candidate) => host?.endsWith(candidate));
  const id = ending && host?.slice(0, -ending.length);
  return ending && id && /^[a-z0-9-]+$/.test(id) ? { id, ending } : null;
}

/** What the person means: the text with the ending beside it, unless the text is an address itself. */
export function joinAddress(text: string, ending: Ending): string {
  const typed = text.trim();
  return typed === '' || isWholeAddress(typed) ? typed : `${typed}${ending}`;
}

export const isWholeAddress = (text: string): boolean => /[.．。/:]/.test(text);

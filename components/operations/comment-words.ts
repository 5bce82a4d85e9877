/** Placeholder as it is stored (`due` of `{{due}}`) → its name in the reader's language. */
export type CommentWords = Readonly<Record<string, string>>;

/** How a placeholder is typed and shown, e.g. `{期限日}`. */
export const shownWord = (name: string): string => `{${name}}`;

/** The stored template in the reader's words. */
export function shownComment(stored: string, words: CommentWords): string {
  return Object.entries(words).reduce(
    (text, [token, name]) => text.replaceAll(`{{${token}}}`, shownWord(name)),
    stored,
  );
}

/** What was typed, as it is stored; `shownComment` of the result gives it back. */
export function storedComment(shown: string, words: CommentWords): string {
  return Object.entries(words).reduce(
    (text, [token, name]) => text.replaceAll(shownWord(name), `{{${token}}}`),
    shown,
  );
}

export interface CommentPart {
  /** Place in the text: parts of the same words differ in it. */
  at: number;
  text: string;
  placeholder: boolean;
}

/** What was typed, cut into words and placeholders. */
export function commentParts(shown: string, words: CommentWords): CommentPart[] {
  const known = new Set(Object.values(words).map(shownWord));
  let at = 0;
  return shown
    .split(/(\{[^{}]+\})/)
    .map((text) => {
      const part = { at, text, placeholder: known.has(text) };
      at += text.length;
      return part;
    })
    .filter(({ text }) => text !== '');
}

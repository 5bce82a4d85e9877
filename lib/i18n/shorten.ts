/** Longer texts are cut where they are shown; the whole stands in the tooltip. */
const SHOWN = 80;

/** A text for one line: cut, without its line breaks. */
export function shorten(text: string, most = SHOWN): string {
  const line = text.slice(0, most + 1).replace(/\s+/g, ' ');
  return text.length > most ? `${line.slice(0, most).trimEnd()}…` : line;
}

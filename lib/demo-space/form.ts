/** One decoded `key=value` pair of a query string or a form body. */
export interface FormEntry {
  key: string;
  value: string;
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/**
 * Splits `application/x-www-form-urlencoded` text into pairs in their order. A key without `=` has the value
 * `''`; text that is not valid percent-encoding is kept as it stands.
 */
export function parseForm(text: string): FormEntry[] {
  const entries: FormEntry[] = [];
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const key = decode(cut < 0 ? pair : pair.slice(0, cut));
    if (key !== '') entries.push({ key, value: cut < 0 ? '' : decode(pair.slice(cut + 1)) });
  }
  return entries;
}

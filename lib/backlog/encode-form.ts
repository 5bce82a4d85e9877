import qs from 'qs';

/** A value of a form or query parameter. Dates are calendar days as text, yyyy-MM-dd. */
export type FormValue = string | number | boolean | null | undefined | readonly (string | number)[];
export type FormParams = Readonly<Record<string, FormValue>>;

const customField = /^customField_\d+$/;

/**
 * Encodes parameters as Backlog reads them (`application/x-www-form-urlencoded`, also used for queries):
 * `undefined` is left out, `null` and `''` give `field=` (clear), `[1,2]` gives `field[]=1&field[]=2` (replace),
 * `[]` gives `field[]=` (clear the list). Lists of custom fields need explicit indices
 * (`customField_7[0]=1`, nulab/backlog-mcp-server issue 22) and are cleared by the bare `customField_7=`.
 */
export function encodeForm(params: FormParams): string {
  const prepared = Object.entries(params).map(([key, value]) => [key, prepare(key, value)] as const);
  return qs.stringify(Object.fromEntries(prepared), { arrayFormat: 'brackets' });
}

function prepare(key: string, value: FormValue): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (!Array.isArray(value)) return value;
  const items = value.map((item) => (typeof item === 'string' ? wellFormed(item) : item));
  if (customField.test(key)) return items.length === 0 ? '' : { ...items };
  return items.length === 0 ? [''] : items;
}

/** Half of a surrogate pair cannot be written in UTF-8; it becomes U+FFFD instead of broken bytes. */
function wellFormed(text: string): string {
  return /\p{Surrogate}/u.test(text) ? new TextDecoder().decode(new TextEncoder().encode(text)) : text;
}

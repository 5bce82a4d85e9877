const loneSurrogate = /\p{Cs}/u;

/**
 * Whether a text can be stored and sent as it is: jsonb of PostgreSQL takes neither NUL nor half a surrogate pair, and
 * UTF-8 has no form for the latter.
 */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && !loneSurrogate.test(text);
}

import { stringify } from 'csv-stringify/sync';
import type { FileCell } from './cells';
import { clockTime } from './space-time';

/** Texts that a spreadsheet may run as a formula, and those that would look like one of ours already put out of action. */
const dangerous = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * A text that no spreadsheet runs: one `'` more in front. Taking one `'` away from a text that begins with `'` and one
 * of these characters gives back exactly what it was.
 */
export function neutralise(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/**
 * Lines of a CSV file (RFC 4180: CRLF, quotes where needed). Numbers, days and times are ours and cannot be formulas;
 * texts are neutralised. Times are in the zone, to the second.
 */
export function csvText(rows: readonly (readonly FileCell[])[], timezone: string): string {
  if (rows.length === 0) return '';
  return stringify(
    rows.map((row) => row.map((cell) => fieldOf(cell, timezone))),
    { record_delimiter: '\r\n', quote_record_delimiter: true },
  );
}

function fieldOf(cell: FileCell, timezone: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return neutralise(cell);
  if (typeof cell === 'number') return String(cell);
  return 'day' in cell ? cell.day : clockTime(cell.instant, timezone);
}

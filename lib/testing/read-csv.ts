/** Fields of CSV lines (RFC 4180), for reading back what was written. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const field = quoted ? /^"((?:[^"]|"")*)"/.exec(text.slice(at)) : /^[^,\r\n]*/.exec(text.slice(at));
    if (field === null) throw new Error(`an open quote at ${at}`);
    row.push(quoted ? (field[1] ?? '').replaceAll('""', '"') : field[0]);
    at += field[0].length;
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    if (!text.startsWith('\r\n', at)) throw new Error(`no end of line at ${at}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  return rows;
}

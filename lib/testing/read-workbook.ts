import { inflateRawSync } from 'node:zlib';

/** Files of a ZIP archive by name, from its central directory. */
function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      archive.readUInt16LE(at + place),
    );
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const body = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const stored = archive.readUInt16LE(at + 10) === 0;
    files.set(name, (stored ? body : inflateRawSync(body)).toString('utf8'));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}

const plain = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A cell as it was read: text, number (dates as days since 1899-12-30), or nothing. */
type ReadCell = string | number | null;

interface ReadWorkbook {
  /** Sheets by name. */
  sheets: Map<string, ReadCell[][]>;
  /** The parts of the file by name, as XML. */
  parts: Map<string, string>;
}

/** Sheets of an XLSX file, for reading back what was written. Formulas are refused. */
export function readWorkbook(file: Uint8Array): ReadWorkbook {
  const parts = unzip(Buffer.from(file));
  const part = (name: string) => parts.get(name) ?? '';
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g)].map(
    (match) => plain(match[1] ?? ''),
  );
  const names = [...part('xl/workbook.xml').matchAll(/<sheet\s[^>]*name="([^"]*)"/g)].map((match) =>
    plain(match[1] ?? ''),
  );
  const sheets = new Map(
    names.map((name, index) => [name, cellsOf(part(`xl/worksheets/sheet${index + 1}.xml`), texts)] as const),
  );
  return { sheets, parts };
}

function cellsOf(xml: string, texts: readonly string[]): ReadCell[][] {
  if (xml.includes('<f>')) throw new Error('a formula');
  return [...xml.matchAll(/<row [^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map((row) => {
    const cells: ReadCell[] = [];
    for (const [, attributes = '', body = ''] of (row[1] ?? '').matchAll(
      /<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g,
    )) {
      const column = /r="([A-Z]+)\d+"/.exec(attributes)?.[1] ?? 'A';
      const value = /<v>([\s\S]*?)<\/v>/.exec(body)?.[1];
      const read = value === undefined ? null : Number(value);
      cells[columnIndex(column)] =
        attributes.includes('t="s"') && read !== null ? (texts[read] ?? null) : read;
    }
    return Array.from(cells, (cell) => cell ?? null);
  });
}

const columnIndex = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

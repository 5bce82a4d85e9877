import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const rooms = ['lib', 'app', 'components', 'e2e'];
const rows = 52;

function testFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return /\.(test|spec)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Rows of the fault matrix after which tests of a file are named; a row in `it.each` counts by its first column. */
function rowsOf(source: string): number[] {
  const named = [...source.matchAll(/^\s*(?:.*\()?['"`]row (\d+): /gm)].map((match) => Number(match[1]));
  if (!/['"`]row %i: /.test(source)) return named;
  return [...named, ...[...source.matchAll(/^\s*\[(\d+), '/gm)].map((match) => Number(match[1]))];
}

test('every row of the fault matrix has a test that is named after it', () => {
  const covered = new Set(
    rooms.flatMap(testFiles).flatMap((path) => rowsOf(readFileSync(join(root, path), 'utf8'))),
  );
  const missing = Array.from({ length: rows }, (_, index) => index + 1).filter((row) => !covered.has(row));
  expect(missing).toEqual([]);
});

test('a name is found in each of its forms, and nothing else is taken for one', () => {
  expect(rowsOf("  it('row 8: timeout', async () => {")).toEqual([8]);
  expect(rowsOf("  ])('row 12: reset', async () => {")).toEqual([12]);
  expect(rowsOf("    'row 3: limit',\n")).toEqual([3]);
  expect(rowsOf("it.each([\n    [34, 'a'],\n    [35, 'b'],\n  ])('row %i: death')")).toEqual([34, 35]);
  expect(rowsOf('// row 9: a comment\n')).toEqual([]);
});

import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Not every system lets a folder, or a file that is open for reading, be flushed. */
const notPossible = ['EPERM', 'EACCES', 'EISDIR', 'EINVAL'];

/** Waits until a file, or the entries of a folder, are on the disk itself. */
export async function flush(path: string): Promise<void> {
  try {
    const file = await open(path, 'r');
    await file.sync().finally(() => file.close());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!notPossible.includes(code)) throw error;
  }
}

/** The same for everything below a folder: PGlite itself never asks the disk to keep anything. */
export async function flushFolder(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (let start = 0; start < names.length; start += 32) {
    await Promise.all(names.slice(start, start + 32).map((name) => flush(join(folder, name))));
  }
}

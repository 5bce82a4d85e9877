import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DemoSpace, SpaceSnapshot } from '@/lib/demo-space';

const saveEveryMs = 10_000;

/**
 * Loads a space's state file if there is one, and from then on writes it every ten seconds while it changes. Returns
 * how to write it at once. Throws when the file is not a snapshot of a demo space.
 */
export function keepState(space: DemoSpace, file: string): () => void {
  // The file is the demo space's own; `restore` checks its format mark.
  if (existsSync(file)) space.restore(JSON.parse(readFileSync(file, 'utf8')) as SpaceSnapshot);
  mkdirSync(dirname(file), { recursive: true });
  let savedAt = -1;
  const save = () => {
    if (space.requests === savedAt) return;
    savedAt = space.requests;
    writeFileSync(`${file}.new`, JSON.stringify(space.snapshot()), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  setInterval(save, saveEveryMs).unref();
  return save;
}

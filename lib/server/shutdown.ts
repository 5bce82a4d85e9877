import { getRoot } from './root';

const held: typeof globalThis & { ikkatsuShutdown?: true } = globalThis;

/**
 * SIGTERM and SIGINT: the item in flight is finished (the worker bounds that time), its lease released, the database
 * closed, then the process ends. A terminal sends SIGINT to the whole group and the parent passes on SIGTERM as well:
 * both wait for the same end.
 */
export function endOnSignals(): void {
  if (held.ikkatsuShutdown) return;
  held.ikkatsuShutdown = true;
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    getRoot()
      .then((root) => root.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

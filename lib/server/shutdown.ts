import { getRoot } from './root';

const held: typeof globalThis & { ikkatsuShutdown?: true } = globalThis;

/**
 * SIGTERM and SIGINT: the item in flight is finished (the worker bounds that time), its lease released, the database
 * closed, then the process ends. A second signal ends it at once; the ledger makes that safe.
 */
export function endOnSignals(): void {
  if (held.ikkatsuShutdown) return;
  held.ikkatsuShutdown = true;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      getRoot()
        .then((root) => root.stop())
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
  }
}

import { max } from 'drizzle-orm';
import { type Database, freeBytes, listSnapshots, type OpenDatabase, writeSnapshot } from '@/lib/db';
import { runs } from '@/lib/db/schema';
import type { Logger } from './logger';

/** Several runs may end at once: the snapshot comes a moment after the first, and at most one a minute. */
const pauses = { settleMs: 2_000, apartMs: 60_000 };
/** With less than this no snapshot is written: the runs need the space. */
const leastBytes = 400 * 1024 * 1024;

export interface SnapshotKeeper {
  /** Something worth keeping was written. */
  due(): void;
  /** Writes none any more; one that is being written is finished. */
  stop(): Promise<void>;
}

/** Writes a snapshot after runs end, one at a time. For databases that cannot be dumped it does nothing. */
export function createSnapshotKeeper(
  opened: Pick<OpenDatabase, 'db' | 'dump'>,
  options: {
    dataDir: string | undefined;
    log: Pick<Logger, 'info' | 'warn' | 'error'>;
    measure?: (folder: string) => Promise<number>;
    pauses?: { settleMs: number; apartMs: number };
  },
): SnapshotKeeper {
  const { dump } = opened;
  const { dataDir, log, measure = freeBytes } = options;
  const { settleMs, apartMs } = options.pauses ?? pauses;
  if (dump === null || dataDir === undefined || dataDir === 'memory') {
    return { due: () => undefined, stop: async () => undefined };
  }
  const folder = dataDir;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let lastBegun = Number.NEGATIVE_INFINITY;
  let stopped = false;

  async function write(pack: NonNullable<typeof dump>): Promise<void> {
    try {
      if ((await measure(folder)) < leastBytes) return log.warn({ folder }, 'no snapshot: the disk is short');
      const began = performance.now();
      const { file } = await writeSnapshot(pack, folder, new Date());
      log.info({ file, ms: Math.round(performance.now() - began) }, 'snapshot');
    } catch (error) {
      log.error({ error }, 'snapshot not written');
    }
  }

  function due(): void {
    if (stopped || timer !== null || dump === null) return;
    const pack = dump;
    const sinceLast = performance.now() - lastBegun;
    timer = setTimeout(
      () => {
        timer = null;
        lastBegun = performance.now();
        writing = writing.then(() => write(pack));
      },
      Math.max(settleMs, apartMs - sinceLast),
    );
    timer.unref();
  }

  outdated(opened.db, folder).then(
    (is) => is && due(),
    (error: unknown) => log.error({ error }, 'snapshots not looked at'),
  );

  return {
    due,
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await writing;
    },
  };
}

/** Whether a run has ended since the newest snapshot: the process before did not come to it. */
async function outdated(db: Database, dataDir: string): Promise<boolean> {
  const [row] = await db.select({ last: max(runs.endedAt) }).from(runs);
  const [newest] = await listSnapshots(dataDir);
  return row?.last != null && (newest === undefined || newest.takenAt < row.last);
}

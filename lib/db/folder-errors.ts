const megabyte = 1024 * 1024;

/** The embedded database wants a segment of 16 MB for its journal, and some 45 MB for a first start. */
export const leastBytesToOpen = 64 * megabyte;

/** Too little space to open the embedded database. Nothing is lost: it opens again once there is space. */
export class DiskFullError extends Error {
  readonly folder: string;

  constructor(folder: string, freeBytes: number, cause?: unknown) {
    const has = Math.floor(freeBytes / megabyte);
    const needs = leastBytesToOpen / megabyte;
    super(
      `The disk of the data folder ${folder} is full: ${has} MB are free, the database needs ${needs} MB to start ` +
        'and 200 MB to carry out runs. Free some space and start again; nothing in the folder is lost.',
      { cause },
    );
    this.name = 'DiskFullError';
    this.folder = folder;
  }
}

/** The embedded database in a folder does not open. Nothing was changed in it. */
export class UnreadableFolderError extends Error {
  readonly folder: string;
  /** File of the newest snapshot; null when there is none. */
  readonly snapshot: string | null;

  constructor(folder: string, snapshot: string | null, cause?: unknown) {
    const reason = cause instanceof Error ? ` (${cause.message})` : '';
    const way =
      snapshot === null
        ? 'There is no snapshot of it. Restore the folder from your own backup, or move it away to start afresh.'
        : `The newest snapshot is ${snapshot}. To go back to it, run: npm run restore-snapshot`;
    super(`The database in ${folder} cannot be opened${reason}. Nothing was changed. ${way}`, { cause });
    this.name = 'UnreadableFolderError';
    this.folder = folder;
    this.snapshot = snapshot;
  }
}

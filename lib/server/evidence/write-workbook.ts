import { Worker } from 'node:worker_threads';
import type { SheetCell } from './sheet-cell';

/** One sheet of a workbook, as the writer takes it. */
interface Sheet {
  sheet: string;
  data: (SheetCell | { value: string; fontWeight?: 'bold'; wrap?: true; alignVertical?: 'top' })[][];
  columns: { width: number }[];
  stickyRowsCount?: number;
  stickyColumnsCount?: number;
  orientation?: 'landscape';
}

export interface Workbook {
  summary: Sheet;
  /** `data` is its head; rows follow. It gets buttons to filter by, up to `lastColumn` (a letter). */
  rows: Sheet & { lastColumn: string };
  pages: AsyncIterable<SheetCell[][]>;
}

let last: Promise<unknown> = Promise.resolve();

/** An XLSX file, made in a thread of its own: one at a time, because it takes a core and much memory. */
export function writeWorkbook(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const made = last.then(() => inThread(workbook));
  last = made.catch(() => undefined);
  return made;
}

async function inThread({ summary, rows, pages }: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./xlsx-worker.mjs', import.meta.url), { execArgv: [] });
  const made = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the workbook was not written (${code})`)));
  });
  try {
    const [file] = await Promise.all([made, send(worker, [summary, rows], pages)]);
    return file;
  } finally {
    await worker.terminate();
  }
}

async function send(worker: Worker, sheets: Sheet[], pages: Workbook['pages']): Promise<void> {
  worker.postMessage(sheets);
  for await (const page of pages) worker.postMessage(page);
  worker.postMessage(null);
}

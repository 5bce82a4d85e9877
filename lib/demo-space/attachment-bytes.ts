import type { AttachmentRow } from './rows';

/** The content of an attachment; seeded ones hold their name, repeated up to their size. */
export function attachmentBytes(row: AttachmentRow): Uint8Array {
  if (row.data !== '') return Buffer.from(row.data, 'base64');
  return Buffer.alloc(Math.min(row.size, 1_000_000), `${row.name}\n`);
}

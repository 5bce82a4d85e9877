import type { EvidenceLine } from '@/lib/i18n/evidence/lines';
import type { EvidenceValue } from '@/lib/i18n/evidence/part';
import type { Messages } from '@/lib/i18n/messages';

/** What a cell of a file holds: a text, a number, a day (yyyy-MM-dd), a point in time (UTC instant), or nothing. */
export type FileCell = string | number | { day: string } | { instant: string } | null;

interface FileColumn {
  name: keyof Messages['evidence']['column'];
  /** In characters, for a spreadsheet. */
  width: number;
  cell: (line: EvidenceLine) => FileCell;
}

const valueCell = (value: EvidenceValue | null): FileCell => value && (value.raw ?? value.text);
const instantCell = (instant: string | null): FileCell => instant && { instant };

/** The columns of a record as a file, in their order. */
export const fileColumns: readonly FileColumn[] = [
  { name: 'number', width: 7, cell: (line) => line.number },
  { name: 'issueKey', width: 12, cell: (line) => line.issueKey },
  { name: 'summary', width: 44, cell: (line) => line.summary },
  { name: 'project', width: 12, cell: (line) => line.project },
  { name: 'field', width: 16, cell: (line) => line.field },
  { name: 'before', width: 24, cell: (line) => valueCell(line.before) },
  { name: 'planned', width: 24, cell: (line) => valueCell(line.planned) },
  { name: 'result', width: 11, cell: (line) => line.resultText },
  { name: 'after', width: 24, cell: (line) => valueCell(line.after) },
  { name: 'reason', width: 48, cell: (line) => line.reason },
  { name: 'sentAt', width: 19, cell: (line) => instantCell(line.sentAt) },
  { name: 'endedAt', width: 19, cell: (line) => instantCell(line.endedAt) },
  { name: 'attempts', width: 10, cell: (line) => line.attempts },
  { name: 'undo', width: 22, cell: (line) => line.undo },
  { name: 'later', width: 22, cell: (line) => line.later },
];

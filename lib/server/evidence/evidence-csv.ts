import { evidenceSummary } from '@/lib/i18n/evidence/summary';
import { type FileCell, fileColumns } from './cells';
import { csvText } from './csv-text';
import type { Evidence } from './evidence-pages';

/** Tells spreadsheets that the text is UTF-8. */
const BOM = '\uFEFF';

/**
 * A record as CSV, piece by piece. First the summary (section, what, text), then an empty line, then the head of the
 * columns and the rows. Every line has the same number of fields.
 */
export async function* evidenceCsv(evidence: Evidence): AsyncGenerator<string> {
  const { head, total, wording, pages } = evidence;
  const { t } = wording;
  const text = (rows: readonly (readonly FileCell[])[]) => csvText(rows.map(padded), head.timezone);
  const summary = evidenceSummary(wording, head, total).flatMap(({ title, facts }) =>
    facts.flatMap(({ label, lines }) => lines.map((line) => [title, label, line])),
  );
  const note = [t('evidence.section.record'), t('evidence.csv'), t('evidence.file.neutralised')];
  yield BOM + text([...summary, note, [], fileColumns.map(({ name }) => t(`evidence.column.${name}`))]);
  for await (const lines of pages) {
    yield text(lines.map((line) => fileColumns.map(({ cell }) => cell(line))));
  }
}

function padded(row: readonly FileCell[]): FileCell[] {
  return [...row, ...Array<FileCell>(fileColumns.length - row.length).fill(null)];
}

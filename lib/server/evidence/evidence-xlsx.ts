import { evidenceSummary } from '@/lib/i18n/evidence/summary';
import { fileColumns } from './cells';
import type { Evidence } from './evidence-pages';
import { type SheetCell, sheetCell } from './sheet-cell';
import { type Workbook, writeWorkbook } from './write-workbook';

const lastColumn = String.fromCharCode('A'.charCodeAt(0) + fileColumns.length - 1);

/** A record as a workbook: a sheet with the summary and one with the rows. Texts are texts, never formulas. */
export async function evidenceXlsx(evidence: Evidence): Promise<Uint8Array<ArrayBuffer>> {
  const { head, wording } = evidence;
  const { t } = wording;
  const options = { timezone: head.timezone, cut: t('evidence.file.cut') };
  return writeWorkbook({
    summary: summarySheet(evidence, options),
    rows: {
      sheet: t('evidence.sheet.rows'),
      data: [fileColumns.map(({ name }) => bold(t(`evidence.column.${name}`)))],
      columns: fileColumns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
      orientation: 'landscape',
      lastColumn,
    },
    pages: sheetRows(evidence, options),
  });
}

type CellOptions = Parameters<typeof sheetCell>[1];

async function* sheetRows({ pages }: Evidence, options: CellOptions): AsyncGenerator<SheetCell[][]> {
  for await (const lines of pages) {
    yield lines.map((line) => fileColumns.map(({ cell }) => sheetCell(cell(line), options)));
  }
}

function summarySheet({ head, total, wording }: Evidence, options: CellOptions): Workbook['summary'] {
  const { t } = wording;
  const text = (value: string) => {
    const cell = sheetCell(value, options);
    return typeof cell === 'string' ? ({ value: cell, wrap: true, alignVertical: 'top' } as const) : null;
  };
  const data = evidenceSummary(wording, head, total).flatMap(({ title, facts }) =>
    facts.flatMap(({ label, lines }, fact) =>
      lines.map((line, place) => [
        fact + place === 0 ? bold(title) : null,
        place === 0 ? text(label) : null,
        text(line),
      ]),
    ),
  );
  return {
    sheet: t('evidence.sheet.summary'),
    data: [[bold(t('evidence.of', { number: String(head.run.planNumber) })), null, null], ...data],
    columns: [{ width: 18 }, { width: 30 }, { width: 90 }],
    stickyRowsCount: 1,
  };
}

const bold = (value: string) => ({ value, fontWeight: 'bold', alignVertical: 'top' }) as const;

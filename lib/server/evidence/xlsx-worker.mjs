import { parentPort } from 'node:worker_threads';
import writeXlsxFile from 'write-excel-file/node';

// Making a workbook of 10,000 issues takes seconds without a break: it happens here, beside everything else.
// In: the sheets, then rows of the last one, page by page, then null. Out: the file.

/** Buttons to filter by in the head of a sheet. */
const filterButtons = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, { filter }) =>
          filter ? xml.replace('</sheetData>', `</sheetData><autoFilter ref="${filter}"/>`) : xml,
      },
    },
  },
};

/** Cells of the last sheet, from its head to its last row. */
const cellsOf = ({ data, lastColumn }) => `A1:${lastColumn}${data.length}`;

// By message, not as `workerData`: that is where the bundler keeps what is its own.
let sheets = null;
parentPort.on('message', async (message) => {
  const last = sheets?.at(-1);
  if (last === undefined) {
    sheets = message;
  } else if (message !== null) {
    for (const row of message) last.data.push(row);
  } else {
    last.filter = cellsOf(last);
    const options = { fontFamily: 'Yu Gothic', fontSize: 10, features: [filterButtons] };
    parentPort.postMessage(await writeXlsxFile(sheets, options).toBuffer());
    parentPort.close();
  }
});

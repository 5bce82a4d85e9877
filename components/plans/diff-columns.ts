import { isCustomColumn, type PlanField, readColumn, type TouchedField } from './touched-fields';

/** Width of a column in px: what its usual values need in Japanese and English. */
const widths: Readonly<Record<TouchedField, number>> = {
  issueType: 164,
  status: 176,
  assignee: 182,
  dueDate: 164,
  startDate: 164,
  milestone: 180,
  version: 180,
  category: 180,
  priority: 116,
  estimatedHours: 148,
  actualHours: 148,
  parent: 172,
  resolution: 150,
  comment: 180,
  notify: 120,
};
/** Custom fields by kind. */
const customWidths: Readonly<Record<string, number>> = { number: 132, date: 164, choice: 160 };
const customWidth = 200;
const boxWidth = 36;
const keyWidth = 88;
const summaryMin = 120;
/** The table scrolls sideways then: the subject need not give way. */
const summaryMinOfMany = 240;
const many = 5;

/** Grid template of the table's rows and the width under which it scrolls sideways. */
export function columnLayout(fields: readonly PlanField[]): { template: string; minWidth: number } {
  const sizes = fields.map(widthOf);
  const summary = fields.length > many ? summaryMinOfMany : summaryMin;
  return {
    template: [
      `${boxWidth}px`,
      `${keyWidth}px`,
      `minmax(${summary}px, 1fr)`,
      // Few columns share the room that is left, long names then need no dots.
      // The reason of a blocked row stands across them and has to be read in full.
      ...sizes.map((size) => `minmax(${size}px, ${fields.length === 1 ? 0.7 : 0.3}fr)`),
    ].join(' '),
    minWidth: boxWidth + keyWidth + summary + sizes.reduce((sum, size) => sum + size, 0) + 20,
  };
}

function widthOf(field: PlanField): number {
  if (!isCustomColumn(field)) return widths[field];
  return customWidths[readColumn(field).kind] ?? customWidth;
}

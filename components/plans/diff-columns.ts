import type { TouchedField } from './plan-data';

/** Width of a column in px: what its usual values need in Japanese and English. */
const widths: Record<TouchedField, number> = {
  status: 176,
  assignee: 182,
  dueDate: 164,
  startDate: 164,
  milestone: 180,
  category: 180,
  priority: 116,
  resolution: 150,
  comment: 180,
};
const boxWidth = 36;
const keyWidth = 88;
const summaryMin = 120;
/** The table scrolls sideways then: the subject need not give way. */
const summaryMinOfMany = 240;
const many = 5;

/** Grid template of the table's rows and the width under which it scrolls sideways. */
export function columnLayout(fields: readonly TouchedField[]): { template: string; minWidth: number } {
  const sizes = fields.map((field) => widths[field]);
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

import type { TouchedField } from './plan-data';

/** Width of a column in px: what its usual values need in Japanese and English. */
const widths: Record<TouchedField, number> = {
  status: 176,
  assignee: 168,
  dueDate: 178,
  startDate: 178,
  milestone: 180,
  category: 180,
  priority: 116,
  resolution: 150,
  comment: 180,
};
const boxWidth = 36;
const keyWidth = 88;
const summaryMin = 120;

/** Grid template of the table's rows and the width under which it scrolls sideways. */
export function columnLayout(fields: readonly TouchedField[]): { template: string; minWidth: number } {
  const sizes = fields.map((field) => widths[field]);
  return {
    template: [
      `${boxWidth}px`,
      `${keyWidth}px`,
      `minmax(${summaryMin}px, 1fr)`,
      // Few columns share the room that is left, long names then need no dots.
      ...sizes.map((size) => `minmax(${size}px, 0.3fr)`),
    ].join(' '),
    minWidth: boxWidth + keyWidth + summaryMin + sizes.reduce((sum, size) => sum + size, 0) + 20,
  };
}

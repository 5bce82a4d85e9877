import { isDayField } from '@/lib/i18n/diff-words';
import type { PlanItem } from './plan-data';
import { isCustomColumn, type PlanField, planFieldOf, readColumn, type TouchedField } from './touched-fields';

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
/** `2026/12/28 → 2027/01/12(火)`: days of another year are written with it. */
const fullDaysWidth = 232;
const boxWidth = 36;
const keyWidth = 88;
const summaryMin = 120;
/** The table scrolls sideways then: the subject need not give way. */
const summaryMinOfMany = 240;
const many = 5;

/**
 * Grid template of the table's rows and the width under which it scrolls sideways.
 *
 * @param fullDays columns as `fullDayFields` tells them
 */
export function columnLayout(
  fields: readonly PlanField[],
  fullDays: ReadonlySet<PlanField> = new Set(),
): { template: string; minWidth: number } {
  const sizes = fields.map((field) => (fullDays.has(field) ? fullDaysWidth : widthOf(field)));
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

/** Columns in which a day of another year than today's (yyyy-MM-dd) comes or goes. */
export function fullDayFields(items: readonly PlanItem[], today: string): ReadonlySet<PlanField> {
  const thisYear = today.slice(0, 5);
  const elsewhere = (day: unknown) => typeof day === 'string' && !day.startsWith(thisYear);
  return new Set(
    items.flatMap(({ diffs }) =>
      diffs.flatMap((diff) => {
        const full = isDayField(diff.field, [diff]) && (elsewhere(diff.before) || elsewhere(diff.after));
        return full ? [planFieldOf(diff)] : [];
      }),
    ),
  );
}

function widthOf(field: PlanField): number {
  if (!isCustomColumn(field)) return widths[field];
  return customWidths[readColumn(field).kind] ?? customWidth;
}

import type { FileCell } from './cells';
import { clockTime } from './space-time';

/** What the workbook writer takes. A date without a time of its own is a day; both read as on a clock in the zone. */
export type SheetCell = string | number | { value: Date; format: string } | null;

/** Excel refuses to open longer cells. */
const longest = 32_767;

/** `_x0041_` in a cell means the character with that code. */
const escapes = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** @param cut what is said where a text is too long for a cell */
export function sheetCell(cell: FileCell, options: { timezone: string; cut: string }): SheetCell {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell === 'string') return cell === '' ? null : sheetText(cell, options.cut);
  if ('day' in cell) return { value: new Date(`${cell.day}T00:00:00Z`), format: 'yyyy/mm/dd' };
  const time = clockTime(cell.instant, options.timezone).replace(' ', 'T');
  return { value: new Date(`${time}Z`), format: 'yyyy/mm/dd hh:mm:ss' };
}

function sheetText(text: string, cut: string): string {
  const escaped = text.replace(escapes, '_x005F_');
  if (escaped.length > longest) return `${escaped.slice(0, longest - cut.length)}${cut}`;
  // The writer looks texts up in an object: one that every object has would be lost, so its first letter is a code.
  return text in {} ? `_x${text.charCodeAt(0).toString(16).padStart(4, '0')}_${text.slice(1)}` : escaped;
}

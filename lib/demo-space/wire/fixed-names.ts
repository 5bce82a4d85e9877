import type { Lang, Localised } from '../rows';

export interface FixedName {
  id: number;
  name: Localised;
}

export const PRIORITIES: FixedName[] = [
  { id: 2, name: { ja: '高', en: 'High' } },
  { id: 3, name: { ja: '中', en: 'Normal' } },
  { id: 4, name: { ja: '低', en: 'Low' } },
];

/** 0 is a resolution like the others. */
export const RESOLUTIONS: FixedName[] = [
  { id: 0, name: { ja: '対応済み', en: 'Fixed' } },
  { id: 1, name: { ja: '対応しない', en: "Won't Fix" } },
  { id: 2, name: { ja: '無効', en: 'Invalid' } },
  { id: 3, name: { ja: '重複', en: 'Duplication' } },
  { id: 4, name: { ja: '再現しない', en: 'Cannot Reproduce' } },
];

/** The four statuses every project starts with; only their order of ids is fixed, custom ones lie between. */
export const DEFAULT_STATUSES: (FixedName & { color: string; displayOrder: number })[] = [
  { id: 1, name: { ja: '未対応', en: 'Open' }, color: '#ed8077', displayOrder: 1000 },
  { id: 2, name: { ja: '処理中', en: 'In Progress' }, color: '#4488c5', displayOrder: 2000 },
  { id: 3, name: { ja: '処理済み', en: 'Resolved' }, color: '#5eb5a6', displayOrder: 3000 },
  { id: 4, name: { ja: '完了', en: 'Closed' }, color: '#b0be3c', displayOrder: 4000 },
];

/** The name of a fixed row in a language, or null when the id is unknown. */
export function fixedName(rows: readonly FixedName[], id: number | null, lang: Lang): string | null {
  return rows.find((row) => row.id === id)?.name[lang] ?? null;
}

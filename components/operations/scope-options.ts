import { CLOSED_STATUS_ID } from '@/lib/columns/is-overdue';
import type { IssueRow, ProjectReference } from '@/lib/columns/issue-row';

/** One value to narrow by, with how many of the issues have it. */
export interface ScopeOption {
  key: string;
  label: string;
  color?: string;
  /** Its ids: the same name stands for one value per project. */
  ids: readonly number[];
  count: number;
}

export interface Named {
  id: number;
  name: string;
  color?: string;
}

/**
 * Values of one kind that the issues have. Of several projects, those of one name are one.
 *
 * @param keyOf tells values of different projects that are the same thing; the name unless given
 */
export function scopeOptions(
  rows: readonly IssueRow[],
  projects: readonly ProjectReference[],
  valuesOf: (project: ProjectReference) => readonly Named[],
  idsOf: (row: IssueRow) => readonly number[],
  keyOf: (value: Named) => string = ({ name }) => name,
): ScopeOption[] {
  const found = new Map<string, { name: string; color?: string; ids: Set<number> }>();
  for (const project of projects) {
    for (const value of valuesOf(project)) {
      const { id, name, color } = value;
      const known = found.get(keyOf(value)) ?? { name, ids: new Set<number>(), ...(color ? { color } : {}) };
      known.ids.add(id);
      found.set(keyOf(value), known);
    }
  }
  return [...found]
    .map(([key, { name, color, ids }]) => ({
      key,
      label: name,
      ids: [...ids],
      count: rows.filter((row) => idsOf(row).some((id) => ids.has(id))).length,
      ...(color === undefined ? {} : { color }),
    }))
    .filter(({ count }) => count > 0);
}

/** 未対応, 処理中 and so on have the same id in every project, under names of the project's own. */
export const statusKey = ({ id, name }: Named): string => (id <= CLOSED_STATUS_ID ? `id:${id}` : name);

/** Ids of a choice of boxes after one was pressed; null when all are ticked, which means any. */
export function pressedOption(
  chosen: readonly number[] | null,
  option: ScopeOption,
  all: readonly ScopeOption[],
): number[] | null {
  const allIds = all.flatMap(({ ids }) => ids);
  const before = chosen ?? allIds;
  const on = option.ids.some((id) => before.includes(id));
  const after = on
    ? before.filter((id) => !option.ids.includes(id))
    : [...new Set([...before, ...option.ids])];
  return allIds.every((id) => after.includes(id)) ? null : after;
}

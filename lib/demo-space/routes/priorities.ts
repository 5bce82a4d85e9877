import type { Route } from '../route';
import { route } from '../route';
import { PRIORITIES, RESOLUTIONS } from '../wire/fixed-names';

function named(rows: typeof PRIORITIES, lang: 'ja' | 'en'): { id: number; name: string }[] {
  return rows.map((row) => ({ id: row.id, name: row.name[lang] }));
}

/** Priorities and resolutions, which are the same in every space. */
export const priorityRoutes: Route[] = [
  route('GET', '/priorities', (ctx) => named(PRIORITIES, ctx.lang)),
  route('GET', '/resolutions', (ctx) => named(RESOLUTIONS, ctx.lang)),
];

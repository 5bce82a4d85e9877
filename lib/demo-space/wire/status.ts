import type { DemoContext } from '../context';
import type { Lang, StatusRow } from '../rows';
import { DEFAULT_STATUSES, fixedName } from './fixed-names';

/** The name of a status: the four defaults in the given language, custom ones as they were named. */
export function statusName(status: StatusRow, lang: Lang): string {
  return fixedName(DEFAULT_STATUSES, status.id, lang) ?? status.name;
}

export function wireStatus(ctx: DemoContext, status: StatusRow) {
  return {
    id: status.id,
    projectId: status.projectId,
    name: statusName(status, ctx.lang),
    color: status.color,
    displayOrder: status.displayOrder,
  };
}

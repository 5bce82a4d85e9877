import { CLOSED_STATUS_ID } from '@/lib/columns/is-overdue';
import type { ProjectReference } from '@/lib/columns/issue-row';

/** Names that teams give to "late". */
const late = /遅延|遅れ|期限切れ|期限超過|期日超過|納期超過|\b(overdue|delayed|late|past due)\b/i;

/** The status that a project added for what is late, by its name; null where there is none. */
export function marking({ statuses }: Pick<ProjectReference, 'statuses'>): number | null {
  const found = statuses.find(({ id, name }) => id > CLOSED_STATUS_ID && late.test(name));
  return found?.id ?? null;
}

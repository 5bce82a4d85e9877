import { createHash } from 'node:crypto';
import { countPiles, digestOf, fieldCounts, type PlanItem } from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import type { PlanRow } from './claim';
import { storedOperation } from './stored';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Everything of a plan's row that follows from its items. */
export function contentOf(
  plan: Pick<PlanRow, 'spaceHost' | 'userId' | 'format' | 'operation'>,
  items: readonly PlanItem[],
  changes: readonly Change[],
) {
  const { spaceHost, userId, format } = plan;
  const operation = storedOperation(plan.operation);
  const about = { spaceHost, userId, format, changes, ...(operation === null ? {} : { operation }) };
  return {
    counts: countPiles(items),
    fieldCounts: fieldCounts(items),
    includedCount: items.filter((item) => item.included).length,
    readCount: items.length,
    totalCount: items.length,
    digest: digestOf({ ...about, items }, sha256),
  };
}

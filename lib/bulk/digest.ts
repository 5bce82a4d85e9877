import type { Change } from './changes';
import type { Operation } from './operations/operation';
import type { PlanItem } from './plan';

/** Everything an approval is bound to. */
export interface DigestContent {
  spaceHost: string;
  userId: number;
  /** PLAN_FORMAT of the stored plan. */
  format: number;
  changes: readonly Change[];
  /** What the person decided of an operation; left out for other plans. */
  operation?: Operation;
  items: readonly Pick<PlanItem, 'issueId' | 'included' | 'params' | 'diffs' | 'stage' | 'step' | 'report'>[];
}

/** JSON with sorted keys and without undefined members: equal content gives equal text, whatever stored it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/**
 * Digest of a plan. What a person saw (differences, side steps), what would be sent (parameters), in which stage, and
 * which rows take part all count; the order of keys does not, the order of rows does.
 *
 * @param sha256 hex SHA-256 of the UTF-8 text; given by the caller, so that this room stays free of node
 */
export function digestOf(content: DigestContent, sha256: (text: string) => string): string {
  const { spaceHost, userId, format, changes, operation, items } = content;
  return sha256(
    canonicalJson({
      spaceHost,
      userId,
      format,
      changes,
      operation,
      items: items.map(({ issueId: id, included, params, diffs, stage, step, report }) => ({
        id,
        included,
        params,
        diffs,
        stage,
        step,
        report,
      })),
    }),
  );
}

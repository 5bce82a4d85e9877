import type { PlanItem } from './plan';

/**
 * Leaves rows out or takes them in, by issue id. Only rows of the piles `change` and `needsReview` can be included;
 * ids of other rows and unknown ids have no effect. An id named in both lists is left out.
 */
export function setIncluded(
  items: readonly PlanItem[],
  { include, exclude }: { include: readonly number[]; exclude: readonly number[] },
): PlanItem[] {
  const taken = new Set(include);
  const left = new Set(exclude);
  return items.map((item) => {
    if (item.pile !== 'change' && item.pile !== 'needsReview') return item;
    const included = left.has(item.issueId) ? false : taken.has(item.issueId) || item.included;
    return included === item.included ? item : { ...item, included };
  });
}

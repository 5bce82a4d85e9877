/** Backlog counts requests per person in four classes (developer.nulab.com/docs/backlog/rate-limit). */
export type RateClass = 'read' | 'update' | 'search' | 'icon';
export const rateClasses: readonly RateClass[] = ['read', 'update', 'search', 'icon'];

const search = /^\/(issues|wikis)(\/count)?$/;
const icon = /^\/(space\/image|users\/[^/]+\/icon|projects\/[^/]+\/image|teams\/[^/]+\/icon)$/;

/**
 * The class a request is counted in.
 *
 * @param path below `/api/v2`, without query
 */
export function rateClassOf(method: string, path: string): RateClass {
  if (method !== 'GET') return 'update';
  if (search.test(path)) return 'search';
  return icon.test(path) ? 'icon' : 'read';
}

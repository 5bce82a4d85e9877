/** Search is listing and counting issues and wikis; icon is images of spaces, projects and users. */
export type RateClass = 'read' | 'update' | 'search' | 'icon';

export const RATE_CLASSES: readonly RateClass[] = ['read', 'update', 'search', 'icon'];

/** The class of a request that never reached its endpoint, judged by method and path alone. */
export function rateClassOf(method: string, path: string): RateClass {
  if (method !== 'GET') return 'update';
  if (/^\/api\/v2\/(issues|wikis)(\/count)?$/.test(path)) return 'search';
  return /\/(icon|image)$/.test(path) ? 'icon' : 'read';
}

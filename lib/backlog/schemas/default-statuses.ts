/** The four statuses that every project has, under the same ids; all others are a project's own. */
export const defaultStatuses = { open: 1, inProgress: 2, resolved: 3, closed: 4 } as const;

/** 対応済み: the first resolution, whose id is 0. */
export const FIXED_RESOLUTION = 0;

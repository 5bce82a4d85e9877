import type { NamedValue } from './plan';

/** What planning must know of one project. */
export interface PlanProject {
  projectKey: string;
  name: string;
  /** In display order. */
  statuses: NamedValue[];
  /** Archived ones too: an issue may hold them. */
  milestones: (NamedValue & { archived: boolean })[];
  categories: NamedValue[];
  memberIds: ReadonlySet<number>;
}

/** Reference data of every project that the planned issues belong to. */
export interface PlanReference {
  /** By project id. */
  projects: ReadonlyMap<number, PlanProject>;
  priorities: NamedValue[];
  resolutions: NamedValue[];
}

import type { CustomFieldInfo } from '@/lib/backlog/schemas/custom-field-info';
import type { NamedValue } from './plan';

/** What planning must know of one project. Lists that no change speaks of may be empty. */
export interface PlanProject {
  projectKey: string;
  name: string;
  /** Whether issues may have a parent. */
  subtaskingEnabled: boolean;
  /** In display order. */
  statuses: NamedValue[];
  issueTypes: NamedValue[];
  /** Milestones, which are the versions too. Archived ones as well: an issue may hold them. */
  milestones: (NamedValue & {
    archived: boolean;
    /** yyyy-MM-dd; left out where nobody asks. */
    startDate?: string | null;
    dueDate?: string | null;
  })[];
  categories: NamedValue[];
  memberIds: ReadonlySet<number>;
  /** Empty also where they cannot be read: then nothing is said about required fields. */
  customFields: readonly CustomFieldInfo[];
}

/** A parent issue, as far as planning asks for it. */
export interface PlanParent {
  issueKey: string;
  projectId: number;
  parentIssueId: number | null;
  closed: boolean;
  /** Null: nobody. Left out where nobody asks. */
  assignee?: NamedValue | null;
}

/** Parents by id. Null: looked for, and not there. Missing: not looked for, or not readable. */
export type PlanParents = ReadonlyMap<number, PlanParent | null>;

/** Reference data of every project that the planned issues belong to. */
export interface PlanReference {
  /** By project id. */
  projects: ReadonlyMap<number, PlanProject>;
  priorities: NamedValue[];
  resolutions: NamedValue[];
}

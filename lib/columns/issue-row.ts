import type { CustomFieldInfo } from '@/lib/backlog/schemas/custom-field-info';

/**
 * One row of the issue table: what travels to the browser instead of whole issues. Names, colours and avatars come
 * from the reference data by id.
 */
export interface IssueRow {
  id: number;
  issueKey: string;
  projectId: number;
  issueTypeId: number;
  summary: string;
  assigneeId: number | null;
  /** Name at reading time; former members are missing from the reference data. */
  assigneeName: string | null;
  statusId: number;
  priorityId: number;
  resolutionId: number | null;
  milestoneIds: number[];
  versionIds: number[];
  categoryIds: number[];
  /** yyyy-MM-dd */
  startDate: string | null;
  /** yyyy-MM-dd */
  dueDate: string | null;
  estimatedHours: number | null;
  actualHours: number | null;
  parentIssueId: number | null;
  /** UTC instant, 1 s resolution. */
  updated: string;
}

/** Reference data of one project, for names, colours and pickers. */
export interface ProjectReference {
  id: number;
  projectKey: string;
  name: string;
  /** Whether issues may have a parent. */
  subtaskingEnabled: boolean;
  statuses: { id: number; name: string; color: string }[];
  issueTypes: { id: number; name: string; color: string }[];
  categories: { id: number; name: string }[];
  /** The versions too: Backlog has one list for both. */
  milestones: {
    id: number;
    name: string;
    archived: boolean;
    startDate: string | null;
    releaseDueDate: string | null;
  }[];
  members: { id: number; name: string; roleType: number }[];
  /** Empty where the plan of the space has none. */
  customFields: CustomFieldInfo[];
}

/** Everything of a space that does not change while a person works. */
export interface SpaceReference {
  spaceName: string;
  /** IANA zone; dates of the space are shown in it. */
  timezone: string;
  me: { id: number; name: string; roleType: number };
  priorities: { id: number; name: string }[];
  resolutions: { id: number; name: string }[];
  projects: ProjectReference[];
}

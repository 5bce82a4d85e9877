/**
 * The rows of a demo space as they are stored: ids instead of nested objects, instants as epoch
 * milliseconds (always whole seconds), calendar days as `yyyy-MM-dd`. `wire/*` turns them into Backlog's JSON.
 */
export type Lang = 'ja' | 'en';

/** A sentence or name that Backlog shows in the caller's language. */
export interface Localised {
  ja: string;
  en: string;
}

export interface SpaceRow {
  spaceKey: string;
  name: string;
  ownerId: number;
  lang: Lang;
  timezone: string;
  reportSendTime: string;
  textFormattingRule: 'markdown' | 'backlog';
  created: number;
  updated: number;
  notification: { content: string; updated: number | null };
}

/** 1 administrator, 2 normal, 3 reporter, 4 viewer, 5 guest reporter, 6 guest viewer. */
export type RoleType = 1 | 2 | 3 | 4 | 5 | 6;

export interface UserRow {
  id: number;
  userId: string | null;
  name: string;
  roleType: RoleType;
  lang: Lang | null;
  mailAddress: string | null;
  nulabAccount: { nulabId: string; name: string; uniqueId: string } | null;
  keyword: string;
  lastLoginTime: number | null;
  /** Keys that authenticate as this person; empty when none was issued. */
  apiKeys: string[];
}

export interface ProjectRow {
  id: number;
  projectKey: string;
  name: string;
  chartEnabled: boolean;
  useResolvedForChart: boolean;
  subtaskingEnabled: boolean;
  grandchildIssueEnabled: boolean;
  projectLeaderCanEditProjectLeader: boolean;
  useWiki: boolean;
  useDocument: boolean;
  useFileSharing: boolean;
  useWikiTreeView: boolean;
  useSubversion: boolean;
  useGit: boolean;
  useOriginalImageSizeAtWiki: boolean;
  textFormattingRule: 'markdown' | 'backlog';
  archived: boolean;
  displayOrder: number;
  useDevAttributes: boolean;
  memberIds: number[];
  /** Project administrators; each is a member too. */
  administratorIds: number[];
  /** The key number the next issue of this project receives. */
  nextKeyId: number;
}

/** Ids 1–4 exist in every project and are rendered in the caller's language; `name` of those is ignored. */
export interface StatusRow {
  /** Unique within one project only (1–4 repeat); custom statuses have unique ids. */
  id: number;
  projectId: number;
  name: string;
  color: string;
  displayOrder: number;
}

export interface IssueTypeRow {
  id: number;
  projectId: number;
  name: string;
  color: string;
  displayOrder: number;
  templateSummary: string | null;
  templateDescription: string | null;
}

export interface CategoryRow {
  id: number;
  projectId: number;
  name: string;
  displayOrder: number;
}

/** A version, which is also a milestone. */
export interface VersionRow {
  id: number;
  projectId: number;
  name: string;
  description: string | null;
  startDate: string | null;
  releaseDueDate: string | null;
  archived: boolean;
  displayOrder: number;
}

/** 1 text, 2 text area, 3 number, 4 date, 5 single list, 6 multiple list, 7 checkbox, 8 radio. */
export type CustomFieldType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface CustomFieldItem {
  id: number;
  name: string;
  displayOrder: number;
}

export interface CustomFieldRow {
  id: number;
  projectId: number;
  typeId: CustomFieldType;
  /** Epoch milliseconds of the last change of the definition. */
  version: number;
  name: string;
  description: string;
  required: boolean;
  /** Empty = every issue type. */
  applicableIssueTypes: number[];
  displayOrder: number;
  /** Number fields: numbers. Date fields: `yyyy-MM-dd`. Null elsewhere. */
  min: number | string | null;
  max: number | string | null;
  initialValue: number | null;
  unit: string | null;
  /** Date fields: 1 today, 2 today + shift days, 3 the fixed date. */
  initialDate: { id: 1 | 2 | 3; shift: number | null; date: string | null } | null;
  items: CustomFieldItem[];
  allowAddItem: boolean;
  allowInput: boolean;
}

/** `value`: string (types 1, 2, 4 as `yyyy-MM-dd`), number (3), item id (5, 8), item ids (6, 7); null when unset. */
export interface CustomFieldValue {
  value: string | number | number[] | null;
  otherValue: string | null;
}

export interface IssueRow {
  id: number;
  projectId: number;
  keyId: number;
  issueTypeId: number;
  summary: string;
  description: string;
  resolutionId: number | null;
  priorityId: number;
  statusId: number;
  assigneeId: number | null;
  categoryIds: number[];
  versionIds: number[];
  milestoneIds: number[];
  startDate: string | null;
  dueDate: string | null;
  estimatedHours: number | null;
  actualHours: number | null;
  parentIssueId: number | null;
  createdUserId: number;
  created: number;
  updatedUserId: number;
  updated: number;
  /** By custom field id; a missing entry means unset. */
  customFields: Record<number, CustomFieldValue>;
  attachmentIds: number[];
  sharedFileIds: number[];
  stars: StarRow[];
}

export interface StarRow {
  id: number;
  comment: string | null;
  url: string;
  title: string;
  presenterId: number;
  created: number;
}

export interface ChangeLogRow {
  field: string;
  newValue: string | null;
  originalValue: string | null;
  attachmentInfo: { id: number; name: string } | null;
  attributeInfo: { id: number; typeId: number } | null;
  notificationInfo: { type: string } | null;
}

export interface CommentRow {
  id: number;
  projectId: number;
  issueId: number;
  content: string | null;
  changeLog: ChangeLogRow[];
  createdUserId: number;
  created: number;
  updated: number;
  stars: StarRow[];
  /** Notifications this comment caused (ids into `state.notifications`). */
  notificationIds: number[];
}

export interface AttachmentRow {
  id: number;
  name: string;
  size: number;
  contentType: string;
  /** Base64 of the bytes; empty for seeded attachments, whose bytes are generated from the name. */
  data: string;
  createdUserId: number;
  created: number;
  /** Null while the upload is temporary (not yet used by an issue, wiki or document). */
  owner: { kind: 'issue' | 'wiki' | 'document' | 'pullRequest'; id: number | string } | null;
}

export interface SharedFileRow {
  id: number;
  projectId: number;
  type: 'file' | 'directory';
  dir: string;
  name: string;
  size: number | null;
  createdUserId: number;
  created: number;
  updatedUserId: number | null;
  updated: number | null;
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface ActivityRow {
  id: number;
  projectId: number;
  /** Activity type id of Backlog (1 issue created, 2 updated, 3 commented, 4 deleted, …). */
  type: number;
  /** Already in the wire's snake_case form. */
  content: { [key: string]: Json };
  createdUserId: number;
  created: number;
}

export interface NotificationRow {
  id: number;
  /** The person who is notified. */
  userId: number;
  senderId: number;
  alreadyRead: boolean;
  resourceAlreadyRead: boolean;
  /** 1 assigned, 2 commented, 3 issue created, 4 issue updated, 5 file attached, 6 added to project, 9 other, … */
  reason: number;
  projectId: number;
  issueId: number | null;
  commentId: number | null;
  pullRequestId: number | null;
  pullRequestCommentId: number | null;
  created: number;
}

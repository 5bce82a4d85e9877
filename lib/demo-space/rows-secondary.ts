import type { Json, StarRow } from './rows';

export interface WatchingRow {
  id: number;
  /** The person who watches. */
  userId: number;
  issueId: number;
  note: string;
  resourceAlreadyRead: boolean;
  lastContentUpdated: number | null;
  created: number;
  updated: number;
}

export interface WebhookRow {
  id: number;
  projectId: number;
  name: string;
  description: string;
  hookUrl: string;
  allEvent: boolean;
  activityTypeIds: number[];
  createdUserId: number;
  created: number;
  updatedUserId: number;
  updated: number;
}

export interface WikiRow {
  id: number;
  projectId: number;
  name: string;
  content: string;
  tags: { id: number; name: string }[];
  attachmentIds: number[];
  sharedFileIds: number[];
  stars: StarRow[];
  createdUserId: number;
  created: number;
  updatedUserId: number;
  updated: number;
}

/** One older text of a wiki page; version 1 is the oldest. */
export interface WikiHistoryRow {
  /** `wikiId` and `version` together are unique; `id` numbers the rows. */
  id: number;
  wikiId: number;
  version: number;
  name: string;
  content: string;
  createdUserId: number;
  created: number;
}

export interface DocumentRow {
  /** 32 lower-case hex characters. */
  id: string;
  projectId: number;
  title: string;
  plain: string;
  json: Json;
  statusId: number;
  emoji: string | null;
  /** Null = at the top of the tree. */
  parentId: string | null;
  trashed: boolean;
  attachmentIds: number[];
  tags: { id: number; name: string }[];
  createdUserId: number;
  created: number;
  updatedUserId: number;
  updated: number;
}

export interface RepositoryRow {
  id: number;
  projectId: number;
  name: string;
  description: string;
  hookUrl: string | null;
  displayOrder: number;
  pushedAt: number | null;
  createdUserId: number;
  created: number;
  updatedUserId: number;
  updated: number;
}

export interface PullRequestRow {
  id: number;
  projectId: number;
  repositoryId: number;
  number: number;
  summary: string;
  description: string;
  base: string;
  branch: string;
  /** 1 open, 2 closed, 3 merged. */
  statusId: 1 | 2 | 3;
  assigneeId: number | null;
  issueId: number | null;
  baseCommit: string | null;
  branchCommit: string | null;
  mergeCommit: string | null;
  closeAt: number | null;
  mergeAt: number | null;
  attachmentIds: number[];
  stars: StarRow[];
  createdUserId: number;
  created: number;
  updatedUserId: number;
  updated: number;
}

export interface PullRequestCommentRow {
  id: number;
  pullRequestId: number;
  content: string | null;
  changeLog: { field: string; newValue: string | null; originalValue: string | null }[];
  createdUserId: number;
  created: number;
  updated: number;
  stars: StarRow[];
}

/** Rendered as it stands, apart from the two dates; 0 means unlimited. */
export interface LicenceRow {
  licenceTypeId: number;
  attribute: boolean;
  attributeLimit: number;
  parentChildIssue: boolean;
  grandchildIssueEnabled: boolean;
  storageLimit: number;
  issueLimit: number;
  projectLimit: number;
  userLimit: number;
  startedOn: number;
  limitDate: number | null;
}

/** What a person looked at last; the newest first. */
export interface RecentView {
  userId: number;
  kind: 'issue' | 'project' | 'wiki';
  id: number;
  updated: number;
}

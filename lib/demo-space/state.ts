import type {
  ActivityRow,
  AttachmentRow,
  CategoryRow,
  CommentRow,
  CustomFieldRow,
  IssueRow,
  IssueTypeRow,
  NotificationRow,
  ProjectRow,
  SharedFileRow,
  SpaceRow,
  StatusRow,
  UserRow,
  VersionRow,
} from './rows';
import type {
  DocumentRow,
  LicenceRow,
  PullRequestCommentRow,
  PullRequestRow,
  RecentView,
  RepositoryRow,
  WatchingRow,
  WebhookRow,
  WikiHistoryRow,
  WikiRow,
} from './rows-secondary';
import { Table } from './table';

/**
 * Everything one demo space holds. Built by a seed, changed by requests, thrown away by a reset.
 * The group that `Table.in()` looks up is the project unless the line says otherwise.
 */
export class SpaceState {
  readonly users = new Table<UserRow>(2001);
  readonly projects = new Table<ProjectRow>(501);
  readonly issueTypes = new Table<IssueTypeRow>(801, (row) => row.projectId);
  readonly categories = new Table<CategoryRow>(1201, (row) => row.projectId);
  readonly versions = new Table<VersionRow>(1601, (row) => row.projectId);
  readonly customFields = new Table<CustomFieldRow>(71001, (row) => row.projectId);
  readonly issues = new Table<IssueRow>(90001, (row) => row.projectId);
  /** Grouped by issue. */
  readonly comments = new Table<CommentRow>(700001, (row) => row.issueId);
  readonly attachments = new Table<AttachmentRow>(31001);
  readonly sharedFiles = new Table<SharedFileRow>(41001, (row) => row.projectId);
  readonly activities = new Table<ActivityRow>(300001, (row) => row.projectId);
  /** Grouped by the person who is notified. */
  readonly notifications = new Table<NotificationRow>(400001, (row) => row.userId);
  /** Grouped by the person who watches. */
  readonly watchings = new Table<WatchingRow>(51001, (row) => row.userId);
  readonly webhooks = new Table<WebhookRow>(61001, (row) => row.projectId);
  readonly wikis = new Table<WikiRow>(11001, (row) => row.projectId);
  /** Grouped by wiki. */
  readonly wikiHistory = new Table<WikiHistoryRow>(1, (row) => row.wikiId);
  readonly documents = new Map<string, DocumentRow>();
  readonly repositories = new Table<RepositoryRow>(21001, (row) => row.projectId);
  /** Grouped by repository. */
  readonly pullRequests = new Table<PullRequestRow>(22001, (row) => row.repositoryId);
  /** Grouped by pull request. */
  readonly pullRequestComments = new Table<PullRequestCommentRow>(23001, (row) => row.pullRequestId);
  readonly recentViews: RecentView[] = [];
  /** Related issues: pairs of issue ids, the smaller first. */
  readonly relations: [number, number][] = [];
  readonly #statuses = new Map<number, StatusRow[]>();
  readonly #keys = new Map<string, IssueRow>();
  readonly #children = new Map<number, Set<number>>();
  #nextStatusId = 5001;
  #nextStarId = 81001;

  constructor(
    readonly space: SpaceRow,
    readonly licence: LicenceRow,
  ) {}

  /** The statuses of a project in display order. */
  statusesOf(projectId: number): readonly StatusRow[] {
    return this.#statuses.get(projectId) ?? [];
  }

  status(projectId: number, id: number): StatusRow | undefined {
    return this.statusesOf(projectId).find((status) => status.id === id);
  }

  /** Replaces the statuses of a project; they are kept in display order. */
  setStatuses(projectId: number, rows: readonly StatusRow[]): void {
    for (const row of rows) if (row.id >= this.#nextStatusId) this.#nextStatusId = row.id + 1;
    this.#statuses.set(
      projectId,
      [...rows].sort((a, b) => a.displayOrder - b.displayOrder),
    );
  }

  nextStatusId(): number {
    return this.#nextStatusId++;
  }

  nextStarId(): number {
    return this.#nextStarId++;
  }

  /** Adds an issue and keeps the key, parent and next-key indexes. Use this, not `issues.add`. */
  addIssue(issue: IssueRow): IssueRow {
    const project = this.projects.get(issue.projectId);
    if (!project) throw new Error(`No project ${issue.projectId}`);
    this.issues.add(issue);
    this.#keys.set(`${project.projectKey}-${issue.keyId}`, issue);
    if (issue.keyId >= project.nextKeyId) project.nextKeyId = issue.keyId + 1;
    if (issue.parentIssueId !== null) this.#childrenOf(issue.parentIssueId).add(issue.id);
    return issue;
  }

  /** Removes an issue with its comments; its children become parentless. */
  deleteIssue(issue: IssueRow): void {
    for (const child of this.childrenOf(issue.id)) child.parentIssueId = null;
    this.#children.delete(issue.id);
    this.setParent(issue, null);
    this.issues.delete(issue.id);
    this.#keys.delete(this.issueKey(issue));
    for (const comment of this.comments.in(issue.id)) this.comments.delete(comment.id);
  }

  setParent(issue: IssueRow, parentIssueId: number | null): void {
    if (issue.parentIssueId !== null) this.#children.get(issue.parentIssueId)?.delete(issue.id);
    issue.parentIssueId = parentIssueId;
    if (parentIssueId !== null) this.#childrenOf(parentIssueId).add(issue.id);
  }

  issueKey(issue: { projectId: number; keyId: number }): string {
    return `${this.projects.get(issue.projectId)?.projectKey ?? ''}-${issue.keyId}`;
  }

  issueByKey(key: string): IssueRow | undefined {
    return this.#keys.get(key);
  }

  childrenOf(issueId: number): IssueRow[] {
    const rows: IssueRow[] = [];
    for (const id of this.#children.get(issueId) ?? []) {
      const row = this.issues.get(id);
      if (row) rows.push(row);
    }
    return rows;
  }

  hasChildren(issueId: number): boolean {
    return (this.#children.get(issueId)?.size ?? 0) > 0;
  }

  projectByKey(key: string): ProjectRow | undefined {
    return this.projects.all().find((project) => project.projectKey === key);
  }

  userByApiKey(apiKey: string): UserRow | undefined {
    return this.users.all().find((user) => user.apiKeys.includes(apiKey));
  }

  /** Rebuilds the key index after a project received another key. */
  reindexKeys(): void {
    this.#keys.clear();
    for (const issue of this.issues.all()) this.#keys.set(this.issueKey(issue), issue);
  }

  #childrenOf(id: number): Set<number> {
    const known = this.#children.get(id);
    if (known) return known;
    const created = new Set<number>();
    this.#children.set(id, created);
    return created;
  }
}

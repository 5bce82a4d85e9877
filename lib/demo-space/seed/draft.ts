import type { ChangeLogRow, IssueRow } from '../rows';
import type { Prng } from './prng';
import type { ProjectSeed } from './project-seed';

/** Something that happened to an issue after it was created; becomes a comment. */
export interface DraftEvent {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly userId: number;
  readonly content: string | null;
  readonly changes: readonly ChangeLogRow[];
}

/** An issue before ids and keys are given, which follow the order of creation across all projects. */
export interface IssueDraft extends Omit<IssueRow, DraftLater> {
  readonly project: ProjectSeed;
  parent: IssueDraft | null;
  /** Who last touched it when no event says so. */
  touched: { readonly at: number; readonly userId: number } | null;
  events: DraftEvent[];
  attachments: { name: string; size: number; contentType: string }[];
}

type DraftLater =
  | 'id'
  | 'projectId'
  | 'keyId'
  | 'parentIssueId'
  | 'updatedUserId'
  | 'updated'
  | 'attachmentIds'
  | 'sharedFileIds'
  | 'stars';

/** What every generator needs to know. */
export interface SeedScope {
  readonly prng: Prng;
  /** `yyyy-MM-dd` in the space's time zone. */
  readonly today: string;
  /** Whether the leaver's open issues are counted, so that chance must not give her any. */
  readonly leaverCounted: boolean;
}

/** Closed, id 4, whichever names a project's statuses have. */
export const CLOSED = 4;

/** One changeLog entry of a plain field; values are display strings as Backlog writes them. */
export function change(field: string, originalValue: string | null, newValue: string | null): ChangeLogRow {
  return {
    field,
    newValue,
    originalValue,
    attachmentInfo: null,
    attributeInfo: null,
    notificationInfo: null,
  };
}

/** People who can be responsible for work: administrators and normal users of the project. */
export function workers(project: ProjectSeed): number[] {
  return project.members.filter((member) => member.roleType <= 2).map((member) => member.id);
}

/** People who can add issues: everyone but viewers. */
export function reporters(project: ProjectSeed): number[] {
  return project.members
    .filter((member) => member.roleType !== 4 && member.roleType !== 6)
    .map((member) => member.id);
}

/** The id of a member by userId. Throws when the project has no such member. */
export function memberId(project: ProjectSeed, userId: string): number {
  const member = project.members.find((row) => row.userId === userId);
  if (!member) throw new Error(`${userId} is no member of ${project.plan.key}`);
  return member.id;
}

/** The milestone with this name. Throws when the project has none. */
export function milestoneId(project: ProjectSeed, name: string): number {
  const found = project.milestones.find((milestone) => milestone.row.name === name);
  if (!found) throw new Error(`${project.plan.key} has no milestone ${name}`);
  return found.row.id;
}

/** Splits `total` hours over `count` issues in steps of half an hour, at least half an hour each, exactly. */
export function spreadHours(prng: Prng, total: number, count: number): number[] {
  const steps = Math.round(total * 2);
  const hours = Array.from({ length: count }, () => 1);
  const weights = hours.map(() => 0.25 + prng.next());
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let left = steps - count;
  const shares = weights.map((weight) => Math.floor((weight / sum) * left));
  for (const [index, share] of shares.entries()) {
    hours[index] = 1 + share;
    left -= share;
  }
  return hours.map((half, index) => (half + (index < left ? 1 : 0)) / 2);
}

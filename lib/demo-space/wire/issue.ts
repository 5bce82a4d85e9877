import type { DemoContext } from '../context';
import type { IssueRow } from '../rows';
import type { Table } from '../table';
import { wireCustomFields } from './custom-field-value';
import { wireAttachments, wireSharedFiles, wireStar } from './files';
import { fixedName, PRIORITIES, RESOLUTIONS } from './fixed-names';
import { wireCategory, wireIssueTypeBrief, wireVersion } from './project-parts';
import { wireStatus } from './status';
import { dayOrNull, instant } from './time';
import { wireUserById } from './user';

function pick<Row extends { id: number }>(table: Table<Row>, ids: readonly number[]): Row[] {
  return ids.flatMap((id) => table.get(id) ?? []);
}

function childSummary(ctx: DemoContext, issue: IssueRow) {
  if (!ctx.params.strings('expand')?.includes('childIssueSummary')) return {};
  const children = ctx.state.childrenOf(issue.id);
  return {
    childIssueSummary: {
      total: children.length,
      closed: children.filter((child) => child.statusId === 4).length,
    },
  };
}

/** An issue as Backlog writes it: every unset scalar present as null. */
export function wireIssue(ctx: DemoContext, issue: IssueRow) {
  const { state, lang } = ctx;
  const type = state.issueTypes.get(issue.issueTypeId);
  const status = state.status(issue.projectId, issue.statusId);
  const resolution = fixedName(RESOLUTIONS, issue.resolutionId, lang);
  return {
    id: issue.id,
    projectId: issue.projectId,
    issueKey: state.issueKey(issue),
    keyId: issue.keyId,
    issueType: type ? wireIssueTypeBrief(type) : null,
    summary: issue.summary,
    description: issue.description,
    resolution: resolution === null ? null : { id: issue.resolutionId, name: resolution },
    priority: { id: issue.priorityId, name: fixedName(PRIORITIES, issue.priorityId, lang) },
    status: status ? wireStatus(ctx, status) : null,
    assignee: wireUserById(ctx, issue.assigneeId),
    category: pick(state.categories, issue.categoryIds).map(wireCategory),
    versions: pick(state.versions, issue.versionIds).map(wireVersion),
    milestone: pick(state.versions, issue.milestoneIds).map(wireVersion),
    startDate: dayOrNull(issue.startDate),
    dueDate: dayOrNull(issue.dueDate),
    estimatedHours: issue.estimatedHours,
    actualHours: issue.actualHours,
    parentIssueId: issue.parentIssueId,
    createdUser: wireUserById(ctx, issue.createdUserId),
    created: instant(issue.created),
    updatedUser: wireUserById(ctx, issue.updatedUserId),
    updated: instant(issue.updated),
    customFields: wireCustomFields(state, issue),
    attachments: wireAttachments(ctx, issue.attachmentIds),
    sharedFiles: wireSharedFiles(ctx, issue.sharedFileIds),
    stars: issue.stars.map((star) => wireStar(ctx, star)),
    ...childSummary(ctx, issue),
  };
}

import type { DemoContext } from '../context';
import type { IssueRow, ProjectRow } from '../rows';
import { ACTIVITY, recordActivity } from './activity';
import { announcementLine } from './change-log';
import { addComment } from './comments';
import { readIssueInput } from './input';
import { notify, REASON, readNotified } from './notify';
import { claimAttachments } from './update';

/** `POST /issues`: a new issue, always in status 1. Throws code 7 for missing or wrong values. */
export function createIssue(ctx: DemoContext, project: ProjectRow): IssueRow {
  const { params, state } = ctx;
  params.required('summary');
  const issueTypeId = params.requiredInt('issueTypeId');
  const priorityId = params.requiredInt('priorityId');
  const { customFields, statusId: _never, ...input } = readIssueInput(ctx, project, null);
  const notified = readNotified(ctx, project);
  const issue = state.addIssue({
    id: state.issues.nextId(),
    projectId: project.id,
    keyId: project.nextKeyId,
    summary: '',
    description: '',
    issueTypeId,
    priorityId,
    resolutionId: null,
    assigneeId: null,
    categoryIds: [],
    versionIds: [],
    milestoneIds: [],
    startDate: null,
    dueDate: null,
    estimatedHours: null,
    actualHours: null,
    parentIssueId: null,
    attachmentIds: [],
    ...input,
    statusId: 1,
    createdUserId: ctx.user.id,
    created: ctx.now(),
    updatedUserId: ctx.user.id,
    updated: ctx.now(),
    customFields: Object.fromEntries(customFields),
    sharedFileIds: [],
    stars: [],
  });
  claimAttachments(ctx, issue);
  const { summary, description } = issue;
  recordActivity(ctx, issue, ACTIVITY.created, { summary, description });
  const lines = notified.flatMap((id) => announcementLine(state.users.get(id)?.name ?? ''));
  const comment = lines.length > 0 ? addComment(ctx, issue, null, lines) : null;
  const people = new Map<number, number>(notified.map((id) => [id, REASON.created]));
  if (issue.assigneeId !== null) people.set(issue.assigneeId, REASON.assigned);
  notify(ctx, issue, comment, people);
  return issue;
}

import { invalid } from '../api-error';
import type { DemoContext } from '../context';
import type { CustomFieldValue, IssueRow, ProjectRow } from '../rows';
import { PRIORITIES, RESOLUTIONS } from '../wire/fixed-names';
import { readCustomFields } from './input-custom-fields';
import { readParent } from './input-parent';
import { checkLength } from './text-length';

/** The fields of an issue that a request sets. A missing member is left as it is; null and `[]` clear. */
export type IssueInput = Partial<
  Pick<
    IssueRow,
    | 'summary'
    | 'description'
    | 'statusId'
    | 'resolutionId'
    | 'issueTypeId'
    | 'priorityId'
    | 'assigneeId'
    | 'categoryIds'
    | 'versionIds'
    | 'milestoneIds'
    | 'startDate'
    | 'dueDate'
    | 'estimatedHours'
    | 'actualHours'
    | 'parentIssueId'
    | 'attachmentIds'
  >
> & { customFields: Map<number, CustomFieldValue> };

/** Refuses an id that is not in the list of allowed ones. */
function known(allowed: boolean, name: string, id: number | null): void {
  if (!allowed)
    throw invalid(
      `The value of ${name} is not valid: ${id ?? ''}`,
      `${name}の値が正しくありません: ${id ?? '(空)'}`,
    );
}

function readNames({ params }: DemoContext, input: IssueInput): void {
  const summary = params.string('summary');
  if (summary !== undefined) input.summary = checkLength(summary, 1, 255, 'Subject', '件名');
  const description = params.string('description');
  if (description !== undefined)
    input.description = checkLength(description, 0, 100_000, 'Description', '詳細');
}

function readChoices({ params, state }: DemoContext, project: ProjectRow, input: IssueInput): void {
  const statusId = params.int('statusId');
  if (statusId !== undefined) {
    known(statusId !== null && state.status(project.id, statusId) !== undefined, 'statusId', statusId);
    if (statusId !== null) input.statusId = statusId;
  }
  const issueTypeId = params.int('issueTypeId');
  if (issueTypeId !== undefined) {
    const type = issueTypeId === null ? undefined : state.issueTypes.get(issueTypeId);
    known(type?.projectId === project.id, 'issueTypeId', issueTypeId);
    if (type) input.issueTypeId = type.id;
  }
  const priorityId = params.int('priorityId');
  if (priorityId !== undefined) {
    known(
      PRIORITIES.some((row) => row.id === priorityId),
      'priorityId',
      priorityId,
    );
    if (priorityId !== null) input.priorityId = priorityId;
  }
  const resolutionId = params.int('resolutionId');
  if (resolutionId !== undefined) {
    known(
      resolutionId === null || RESOLUTIONS.some((row) => row.id === resolutionId),
      'resolutionId',
      resolutionId,
    );
    input.resolutionId = resolutionId;
  }
  const assigneeId = params.int('assigneeId');
  if (assigneeId !== undefined) {
    known(assigneeId === null || project.memberIds.includes(assigneeId), 'assigneeId', assigneeId);
    input.assigneeId = assigneeId;
  }
}

function readLists({ params, state }: DemoContext, project: ProjectRow, input: IssueInput): void {
  const read = (name: string, table: { get(id: number): { projectId: number } | undefined }) => {
    const ids = params.ints(name);
    for (const id of ids ?? []) known(table.get(id)?.projectId === project.id, `${name}[]`, id);
    return ids && [...new Set(ids)];
  };
  const categoryIds = read('categoryId', state.categories);
  const versionIds = read('versionId', state.versions);
  const milestoneIds = read('milestoneId', state.versions);
  if (categoryIds) input.categoryIds = categoryIds;
  if (versionIds) input.versionIds = versionIds;
  if (milestoneIds) input.milestoneIds = milestoneIds;
}

function readDatesAndHours({ params }: DemoContext, input: IssueInput): void {
  for (const name of ['startDate', 'dueDate'] as const) {
    const day = params.day(name);
    if (day !== undefined) input[name] = day;
  }
  for (const name of ['estimatedHours', 'actualHours'] as const) {
    const hours = params.number(name);
    if (hours === undefined) continue;
    if (hours !== null && (hours < 0 || hours > 9_999))
      throw invalid(`${name} must be between 0 and 9999.`, `${name}は0以上9999以下で指定してください。`);
    input[name] = hours === null ? null : Math.round(hours * 100) / 100;
  }
}

/** Uploads are the caller's own and not yet used. */
function readAttachments(
  { params, state, user }: DemoContext,
  before: IssueRow | null,
  input: IssueInput,
): void {
  const ids = params.ints('attachmentId');
  if (!ids?.length) return;
  for (const id of ids) {
    const upload = state.attachments.get(id);
    known(
      upload !== undefined && upload.owner === null && upload.createdUserId === user.id,
      'attachmentId[]',
      id,
    );
  }
  input.attachmentIds = [...(before?.attachmentIds ?? []), ...new Set(ids)];
}

/**
 * Reads and checks the issue fields of a request. `before` is the issue they are for, null for a new one.
 * Throws code 7 for the first value that does not hold.
 */
export function readIssueInput(ctx: DemoContext, project: ProjectRow, before: IssueRow | null): IssueInput {
  const input: IssueInput = { customFields: new Map() };
  readNames(ctx, input);
  readChoices(ctx, project, input);
  readLists(ctx, project, input);
  readDatesAndHours(ctx, input);
  readAttachments(ctx, before, input);
  const parentIssueId = readParent(ctx, project, before);
  if (parentIssueId !== undefined) input.parentIssueId = parentIssueId;
  const issueTypeId = input.issueTypeId ?? before?.issueTypeId;
  if (issueTypeId !== undefined) input.customFields = readCustomFields(ctx, project, issueTypeId, before);
  return input;
}

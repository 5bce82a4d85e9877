import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { CustomFieldParam } from '@/lib/backlog/schemas/issue-update-params';
import {
  asList,
  asNamed,
  asNumber,
  asText,
  type FieldValue,
  fieldValueOf,
  idsOf,
  isEmpty,
  OLD_RECORDS_TIMEZONE,
  sameIds,
} from './issue-values';
import {
  type DiffField,
  type FixedField,
  fixedFields,
  type IssueUpdateParams,
  isCustomFieldKey,
} from './plan';

/** Parameter that writes each field. */
const paramOf = {
  issueType: 'issueTypeId',
  status: 'statusId',
  assignee: 'assigneeId',
  dueDate: 'dueDate',
  startDate: 'startDate',
  milestone: 'milestoneId',
  version: 'versionId',
  category: 'categoryId',
  priority: 'priorityId',
  estimatedHours: 'estimatedHours',
  actualHours: 'actualHours',
  parent: 'parentIssueId',
  resolution: 'resolutionId',
} as const satisfies Record<FixedField, keyof IssueUpdateParams>;

/** Decimals that Backlog keeps. */
const HOURS_DECIMALS = 2;
const CUSTOM_DECIMALS = 4;

/**
 * Fields where an issue shows something else than the parameters say: after a write, what Backlog stored differently;
 * on any later read, what is not (or no longer) at our value. Comments and notifications are not part of an issue and
 * do not count.
 *
 * @param timezone IANA zone of the space; matters for date values of old records only
 */
export function compareWithAnswer(
  sent: IssueUpdateParams,
  answer: BacklogIssue,
  timezone: string = OLD_RECORDS_TIMEZONE,
): DiffField[] {
  const differs = (field: DiffField, wanted: CustomFieldParam | undefined, decimals: number) =>
    wanted !== undefined && !stores(wanted, fieldValueOf(answer, field, timezone), decimals);
  return [
    ...fixedFields.filter((field) => differs(field, sent[paramOf[field]], HOURS_DECIMALS)),
    ...Object.keys(sent)
      .filter(isCustomFieldKey)
      .filter((key) => differs(key, sent[key], CUSTOM_DECIMALS)),
  ];
}

/** Fields that the parameters write. */
export function writtenFields(params: IssueUpdateParams): DiffField[] {
  return [
    ...fixedFields.filter((field) => params[paramOf[field]] !== undefined),
    ...Object.keys(params).filter(isCustomFieldKey),
  ];
}

/** Whether a stored value is what was sent: ids stand for named values, null for nothing. */
function stores(wanted: CustomFieldParam, stored: FieldValue, decimals: number): boolean {
  if (Array.isArray(wanted)) return sameIds(wanted, idsOf(asList(stored)));
  if (wanted === null) return isEmpty(stored);
  if (typeof wanted === 'string') {
    const text = asText(stored);
    return text !== null && withPlainLineEnds(text) === withPlainLineEnds(wanted);
  }
  const number = asNumber(stored);
  if (number !== null) return Math.round((number - wanted) * 10 ** decimals) === 0;
  return asNamed(stored)?.id === wanted;
}

/** Forms travel with either kind of line end, and Backlog gives back one of them. */
function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

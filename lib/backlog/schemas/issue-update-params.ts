/** A value of a custom field as it is sent: text, number, day (yyyy-MM-dd), item id, or item ids; null clears. */
export type CustomFieldParam = string | number | number[] | null;

/**
 * Parameters of `PATCH /issues/:id`, exactly as they will be sent. Left out = unchanged, `null` clears a scalar,
 * `[]` clears a list, and a list replaces the whole list that Backlog holds. `resolutionId: 0` is 対応済み.
 */
export interface IssueUpdateParams {
  issueTypeId?: number;
  statusId?: number;
  resolutionId?: number | null;
  assigneeId?: number | null;
  priorityId?: number;
  /** Calendar day, yyyy-MM-dd. */
  dueDate?: string | null;
  startDate?: string | null;
  milestoneId?: number[];
  versionId?: number[];
  categoryId?: number[];
  /** Hours with at most two decimals. */
  estimatedHours?: number | null;
  actualHours?: number | null;
  parentIssueId?: number | null;
  comment?: string;
  /** People who are told of this change (お知らせ). An action of the request, nothing that is stored. */
  notifiedUserId?: number[];
  [customField: `customField_${number}`]: CustomFieldParam;
  [otherValue: `customField_${number}_otherValue`]: string | null;
}

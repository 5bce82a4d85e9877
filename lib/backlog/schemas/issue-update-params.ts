/**
 * Parameters of `PATCH /issues/:id`, exactly as they will be sent. Left out = unchanged, `null` clears a scalar,
 * `[]` clears a list, and a list replaces the whole list that Backlog holds. `resolutionId: 0` is 対応済み.
 */
export interface IssueUpdateParams {
  statusId?: number;
  resolutionId?: number | null;
  assigneeId?: number | null;
  priorityId?: number;
  /** Calendar day, yyyy-MM-dd. */
  dueDate?: string | null;
  startDate?: string | null;
  milestoneId?: number[];
  categoryId?: number[];
  comment?: string;
}

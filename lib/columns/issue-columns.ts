import type { SortField } from './issue-filter';
import { type IssueFilterField, issueFilterFields } from './issue-filter-fields';
import type { IssueRow } from './issue-row';
import type { ReferenceIndex } from './reference-index';

/** What a row is sorted by; null (empty) always comes last. Texts are collated, numbers compared. */
export type SortKey = string | number | null;

/** One field of an issue, for table, filter, URL and file alike. */
export interface IssueColumn {
  id: SortField;
  /** Key under `lib/i18n/messages`. */
  labelKey: `common.field.${SortField}`;
  /** Column width in px; the column that fills the rest has its minimum here. */
  width: number;
  fills: boolean;
  /** Left out when the window is narrower than this many px; null = always there. */
  hiddenBelow: number | null;
  sortable: boolean;
  filter: IssueFilterField | null;
  sortKey(row: IssueRow, index: ReferenceIndex): SortKey;
  /** Plain text for files and the clipboard; empty when unset. Days are yyyy-MM-dd, instants UTC. */
  text(row: IssueRow, index: ReferenceIndex): string;
}

/** Columns 1440 px wide windows show beyond the narrow layout. */
const NARROW = 1100;

type Spec = Omit<IssueColumn, 'id' | 'labelKey' | 'fills' | 'hiddenBelow' | 'sortable' | 'sortKey'> &
  Partial<Pick<IssueColumn, 'fills' | 'hiddenBelow' | 'sortable' | 'sortKey'>>;

/** Unless said otherwise a column is always shown, sortable, and sorted by its text. */
function column(id: SortField, spec: Spec): IssueColumn {
  return {
    id,
    labelKey: `common.field.${id}`,
    fills: false,
    hiddenBelow: null,
    sortable: true,
    sortKey: (row, index) => spec.text(row, index) || null,
    ...spec,
  };
}

const names = (ids: readonly number[], from: ReadonlyMap<number, { name: string }>): string =>
  ids.flatMap((id) => from.get(id)?.name ?? []).join(', ');

/** Every column of the issue table, in order. Widths are those of the design at 1440 px. */
export const issueColumns: readonly IssueColumn[] = [
  column('issueKey', { width: 80, filter: null, text: (row) => row.issueKey }),
  column('issueType', {
    width: 76,
    filter: issueFilterFields.issueType,
    text: (row, index) => index.issueTypes.get(row.issueTypeId)?.name ?? '',
  }),
  column('summary', { width: 180, fills: true, filter: null, text: (row) => row.summary }),
  column('assignee', {
    width: 116,
    filter: issueFilterFields.assignee,
    text: (row) => row.assigneeName ?? '',
  }),
  column('status', {
    width: 112,
    filter: issueFilterFields.status,
    sortKey: (row, index) => index.status(row.projectId, row.statusId)?.rank ?? null,
    text: (row, index) => index.status(row.projectId, row.statusId)?.name ?? '',
  }),
  column('priority', {
    width: 56,
    filter: issueFilterFields.priority,
    sortKey: (row, index) => index.priorities.get(row.priorityId)?.rank ?? null,
    text: (row, index) => index.priorities.get(row.priorityId)?.name ?? '',
  }),
  column('milestone', {
    width: 108,
    filter: issueFilterFields.milestone,
    text: (row, index) => names(row.milestoneIds, index.milestones),
  }),
  column('category', {
    width: 126,
    hiddenBelow: NARROW,
    filter: issueFilterFields.category,
    text: (row, index) => names(row.categoryIds, index.categories),
  }),
  column('dueDate', { width: 96, filter: issueFilterFields.dueDate, text: (row) => row.dueDate ?? '' }),
  column('updated', {
    width: 70,
    hiddenBelow: NARROW,
    filter: null,
    sortKey: (row) => Date.parse(row.updated),
    text: (row) => row.updated,
  }),
];

const byId = new Map(issueColumns.map((one) => [one.id, one]));

/** The column of a field. */
export function issueColumn(id: SortField): IssueColumn {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`no column ${id}`);
  return found;
}

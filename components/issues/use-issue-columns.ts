'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ColumnTier, DataColumn } from '@/components/data-table/column';
import { type IssueColumn, issueColumns } from '@/lib/columns/issue-columns';
import type { SortField } from '@/lib/columns/issue-filter';
import type { IssueRow } from '@/lib/columns/issue-row';
import type { CellContext } from './cell-context';
import { issueCells } from './issue-cells';

/** Left out beside the composer, where the table is about 800 px wide. */
const spareFields: ReadonlySet<SortField> = new Set(['issueType', 'priority']);

/** Texts that may be longer than their cell. */
const cut: ReadonlySet<SortField> = new Set(['summary', 'assignee', 'milestone', 'category']);

/** Looks of each column, and its place in the two-line row of a phone. */
const classes: Readonly<Record<SortField, string>> = {
  issueKey:
    'whitespace-nowrap tabular-nums text-fg-2 phone:col-start-2 phone:row-start-2 phone:text-12 phone:text-fg-3',
  issueType: 'phone:hidden',
  summary:
    'phone:col-span-3 phone:col-start-2 phone:row-start-1 phone:font-medium phone:text-14 phone:leading-[22px]',
  assignee: 'phone:col-start-2 phone:row-start-2 phone:ml-[76px]',
  status: 'leading-5 phone:col-start-3 phone:row-start-2',
  priority: 'phone:hidden',
  milestone: 'text-fg-2 phone:hidden',
  category: 'phone:hidden',
  dueDate: 'whitespace-nowrap tabular-nums text-fg-2 phone:col-start-4 phone:row-start-2 phone:text-12',
  // The gutter of the row lies to its right: a date of another year may use it.
  updated: 'overflow-visible whitespace-nowrap text-12 text-fg-3 phone:hidden',
};

/** Room for long names and for dates of another year, as far as the table has it. */
const roomy: Partial<Readonly<Record<SortField, string>>> = {
  issueType: 'clamp(76px, 7.9cqw, 95px)',
  assignee: 'clamp(116px, 11cqw, 132px)',
  updated: 'clamp(70px, 6.8cqw, 82px)',
};

function widthOf(column: IssueColumn, keyLength: number): string {
  if (column.fills) return `minmax(${column.width - 60}px,1fr)`;
  const wider = roomy[column.id];
  if (wider) return wider;
  return `${column.id === 'issueKey' ? keyWidth(keyLength) : column.width}px`;
}

function tierOf(column: IssueColumn, touched: ReadonlySet<string>): ColumnTier {
  if (touched.has(column.id)) return 'always';
  // Makes room for a spare column whose new values have to be seen.
  if (column.id === 'milestone' && (touched.has('category') || touched.has('priority'))) return 'medium';
  if (column.hiddenBelow !== null) return 'wide';
  return spareFields.has(column.id) ? 'medium' : 'always';
}

/** px for keys like `WEB-1284`: the longest project key, a hyphen and four digits. */
function keyWidth(keyLength: number): number {
  return Math.min(200, Math.max(80, Math.ceil((keyLength + 5) * 8.9) + 17));
}

/**
 * Columns of the issue table. A field that the composer changes is shown at every width, so its new values are seen.
 *
 * @param touched fields with a change
 * @param keyLength characters of the longest project key
 */
export function useIssueColumns(
  touched: ReadonlySet<string>,
  keyLength: number,
): readonly DataColumn<IssueRow, CellContext>[] {
  const t = useTranslations();
  return useMemo(
    () =>
      issueColumns.map((column) => ({
        id: column.id,
        header: t(column.labelKey),
        width: widthOf(column, keyLength),
        tier: tierOf(column, touched),
        sortable: column.sortable,
        className: classes[column.id],
        ...(cut.has(column.id)
          ? { title: (row: IssueRow, { index }: CellContext) => column.text(row, index) || undefined }
          : {}),
        cell: issueCells[column.id],
      })),
    [t, touched, keyLength],
  );
}

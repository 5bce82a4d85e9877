'use client';
import { useTranslations } from 'next-intl';
import { type RefObject, useMemo } from 'react';
import { DataTable, type DataTableHandle } from '@/components/data-table/data-table';
import { SkeletonRows } from '@/components/data-table/skeleton-rows';
import type { VisibleRangeStore } from '@/components/data-table/visible-range';
import { useSpace } from '@/components/layout/space-provider';
import type { Change } from '@/lib/bulk/changes';
import { type SortField, sortFields } from '@/lib/columns/issue-filter';
import type { IssueRow } from '@/lib/columns/issue-row';
import type { CellContext } from './cell-context';
import type { Forecast } from './composer/effect';
import { formatIssuesUrl } from './issues-url';
import { ChooseProjects, NoMatch, TooMany } from './list-state';
import { useCellWords, useNow } from './use-cell-words';
import { useIssueColumns } from './use-issue-columns';
import type { IssueList } from './use-issue-list';
import type { IssuesViewState } from './use-issues-view';

interface IssueBodyProps {
  now: string;
  phone: boolean;
  view: IssuesViewState;
  issues: IssueList;
  /** What the table shows, in its order. */
  rows: readonly IssueRow[];
  rowCount: number;
  selected: ReadonlySet<number>;
  forecast: Forecast | null;
  changes: readonly Change[];
  currentId: number | null;
  onCurrent: (row: IssueRow) => void;
  onToggle: (row: IssueRow, range: boolean) => void;
  onToggleAll: () => void;
  /** Opens the choice of projects, or of conditions. */
  onChoose: () => void;
  onNarrow: () => void;
  visible: VisibleRangeStore;
  table: RefObject<DataTableHandle | null>;
}

const isSortField = (id: string): id is SortField => sortFields.some((field) => field === id);

/** The table, or what stands in its place. */
export function IssueBody(props: IssueBodyProps) {
  const { phone, view, issues, rows, forecast } = props;
  const { list, index, reference } = issues;
  const t = useTranslations('issues');
  const common = useTranslations('common');
  const { origin, today } = useSpace();
  const words = useCellWords(useNow(props.now));
  const touched = useMemo<ReadonlySet<string>>(
    () => new Set(forecast ? props.changes.map((change) => change.field) : []),
    [forecast, props.changes],
  );
  const keyLength = Math.max(0, ...reference.projects.map((project) => project.projectKey.length));
  const columns = useIssueColumns(touched, keyLength);
  const context = useMemo<CellContext>(
    () => ({ index, today, origin, forecast, words }),
    [index, today, origin, forecast, words],
  );
  const rowHeight = phone ? 64 : 32;

  if (issues.mustChoose) {
    return <ChooseProjects joined={issues.joined.projects.length} onChoose={props.onChoose} />;
  }
  if (list.tooLong) return <TooMany count={list.count ?? 0} onNarrow={props.onNarrow} />;
  if (rows.length === 0) {
    if (issues.error) return null;
    if (list.count === 0 && list.complete) {
      return <NoMatch state={view} reference={reference} onShow={view.show} />;
    }
    return (
      <SkeletonRows columns={columns} rowHeight={rowHeight} count={phone ? 10 : 22} label={t('loading')} />
    );
  }
  const { sort } = view.view;
  return (
    <DataTable
      key={phone ? 'phone' : 'wide'}
      ref={props.table}
      label={t('title')}
      rows={rows}
      rowCount={props.rowCount}
      columns={columns}
      context={context}
      rowHeight={rowHeight}
      phone={phone}
      selected={props.selected}
      currentId={props.currentId}
      sort={{ columnId: sort.field, order: sort.order }}
      selectAllLabel={common('selectAll')}
      selectLabel={(row) => t('selectRow', { key: row.issueKey })}
      onSort={(id) => {
        if (!isSortField(id)) return;
        const order = sort.field === id && sort.order === 'asc' ? 'desc' : 'asc';
        view.show({ ...view, view: { ...view.view, sort: { field: id, order } } });
      }}
      onSelect={props.onToggle}
      onSelectAll={props.onToggleAll}
      onCurrent={props.onCurrent}
      visible={props.visible}
      listKey={formatIssuesUrl(view)}
    />
  );
}

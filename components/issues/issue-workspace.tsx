'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { DataTableHandle } from '@/components/data-table/data-table';
import { headState } from '@/components/data-table/selection';
import { createVisibleRangeStore } from '@/components/data-table/visible-range';
import { PageFrame } from '@/components/layout/page-frame';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { sortIssues } from '@/lib/columns/compare-issues';
import type { IssueRow } from '@/lib/columns/issue-row';
import { type PlainKey, plainField } from './composer/block-field';
import { Composer } from './composer/composer';
import { countByProject } from './composer/effect';
import { settingTexts } from './composer/setting-texts';
import { type DraftPlan, useComposer } from './composer/use-composer';
import { type ChipName, FilterBar } from './filters/filter-bar';
import { IssueBody } from './issue-body';
import { KeysDialog } from './keys-dialog';
import { ListBands } from './list-bands';
import { ListLine } from './list-line';
import { planSelection } from './plan-selection';
import { SelectAllLine } from './select-all-line';
import { SelectionBar } from './selection-bar';
import { SyncState } from './sync-state';
import { useIssueKeys } from './use-issue-keys';
import { useIssueList } from './use-issue-list';
import { useIssueSelection } from './use-issue-selection';
import type { IssuesViewState } from './use-issues-view';
import { PHONE, useMedia, useOnline } from './use-media';
import { useObstacle } from './use-obstacle';
import type { TakenUpPlan } from './use-taken-up-plan';

interface IssueWorkspaceProps {
  now: string;
  draftPlan: DraftPlan;
  view: IssuesViewState;
  /** Selection and changes to begin with. */
  takenUp: TakenUpPlan | null;
  notice: ReactNode;
}

/** The page at work: what is listed, what is selected, what is being composed, and the keys over all of it. */
export function IssueWorkspace({ now, draftPlan, view, takenUp, notice }: IssueWorkspaceProps) {
  const t = useTranslations('issues');
  const verbs = useTranslations('common.verb');
  const { origin } = useSpace();
  const { shortDay } = useFormat();
  const phone = useMedia(PHONE);
  const online = useOnline();

  const issues = useIssueList(view);
  const { list, reference, index } = issues;
  const { sort } = view.view;
  const selected = useIssueSelection(issues, takenUp?.ids ?? null);
  const projects = useMemo(() => {
    const ids = new Set(selected.rows.map((row) => row.projectId));
    return reference.projects.filter((project) => ids.has(project.id));
  }, [selected.rows, reference]);
  const composer = useComposer({
    reference,
    rows: selected.rows,
    projects,
    draftPlan,
    restored: takenUp?.changes ?? null,
  });
  const obstacle = useObstacle(selected, composer, online);

  const [currentId, setCurrentId] = useState<number | null>(null);
  const [openChip, setOpenChip] = useState<ChipName | 'add' | null>(null);
  const [wantsSelected, setWantsSelected] = useState(takenUp !== null);
  const [help, setHelp] = useState(false);
  const [visible] = useState(createVisibleRangeStore);
  const table = useRef<DataTableHandle>(null);
  const keyword = useRef<HTMLInputElement>(null);

  const onlySelected = wantsSelected && selected.count > 0 && (selected.rows.length > 0 || !list.complete);
  const rows = useMemo(
    () => (onlySelected ? sortIssues(selected.rows, sort, index) : issues.rows),
    [onlySelected, selected.rows, sort, index, issues.rows],
  );
  const head = useMemo(() => headState(rows, selected.ids), [rows, selected.ids]);
  const settings = useMemo(
    () => settingTexts(composer.changes, { clear: verbs('clear'), day: shortDay }),
    [composer.changes, verbs, shortDay],
  );

  const toggle = (row: IssueRow, range = false) =>
    selected.dispatch({ type: 'toggle', row, range, shown: rows, known: selected.known });
  const ask = (field: PlainKey | null) => {
    const current = rows.find((row) => row.id === currentId);
    if (obstacle.writing !== null || (selected.count === 0 && !current)) return;
    if (selected.count === 0 && current) toggle(current);
    composer.ask(field === null ? null : plainField(field));
  };
  const preview = () => {
    if (obstacle.preview === null && !composer.submitting) {
      if (!composer.open) composer.ask(null);
      composer.makePlan(planSelection(selected, sort, index));
    } else if (selected.count > 0) {
      if (composer.incomplete === null || obstacle.writing !== null) ask(null);
      else composer.show(composer.incomplete.key);
    }
  };
  const closeComposer = () => {
    composer.close();
    table.current?.focusRow(
      Math.max(
        0,
        rows.findIndex((row) => row.id === currentId),
      ),
    );
  };

  useIssueKeys({
    rows,
    currentId,
    focusRow: (place) => table.current?.focusRow(place),
    toggle,
    add: (added) => selected.dispatch({ type: 'add', rows: added }),
    openIssue: (row) =>
      window.open(`${origin}/view/${encodeURIComponent(row.issueKey)}`, '_blank', 'noopener'),
    field: ask,
    keyword: () => keyword.current?.focus(),
    filter: () => setOpenChip('add'),
    preview,
    undo: () => composer.dispatch({ type: 'undo' }),
    escape: () => (composer.open ? closeComposer() : selected.dispatch({ type: 'clear' })),
    help: () => setHelp(true),
  });

  const showsAllLine =
    !onlySelected &&
    rows.length > 0 &&
    (selected.everythingListed ||
      ((head === true || (head === 'mixed' && selected.headTicked)) && !selected.everything));

  return (
    <div className="relative flex min-h-0 min-w-0 flex-1">
      <div className="contents" inert={phone && composer.open}>
        <PageFrame title={<h1>{t('title')}</h1>} actions={<SyncState list={list} />}>
          <FilterBar
            state={view}
            onShow={view.show}
            joined={issues.joined}
            reference={reference}
            rows={list.complete ? issues.rows : null}
            open={openChip}
            onOpen={setOpenChip}
            keyword={keyword}
          />
          <ListLine
            list={list}
            sort={sort}
            onSort={(next) => view.show({ ...view, view: { ...view.view, sort: next } })}
            selectedCount={selected.count}
            onlySelected={onlySelected}
            onOnlySelected={setWantsSelected}
            proposing={composer.open && composer.changes.length > 0}
            head={head}
            onSelectAll={() => selected.dispatch({ type: 'toggleShown', shown: rows })}
            onHelp={() => setHelp(true)}
          />
          {notice}
          <ListBands
            error={issues.error}
            onRetry={issues.retry}
            online={online}
            readAt={list.readAt}
            ignored={view.ignored}
          />
          {showsAllLine ? (
            <SelectAllLine
              selected={selected.ids.size}
              matching={list.count ?? rows.length}
              all={selected.everythingListed}
              onSelectAll={() => {
                if (issues.filter && list.count !== null) {
                  selected.dispatch({ type: 'matching', what: issues.filter, count: list.count });
                }
              }}
              onClear={() => selected.dispatch({ type: 'clear' })}
            />
          ) : null}
          <div className="relative flex min-h-0 flex-1 flex-col">
            <IssueBody
              now={now}
              phone={phone}
              view={view}
              issues={issues}
              rows={rows}
              rowCount={onlySelected ? rows.length : (list.count ?? rows.length)}
              selected={selected.ids}
              forecast={composer.open ? composer.forecast : null}
              changes={composer.changes}
              currentId={currentId}
              onCurrent={(row) => setCurrentId(row.id)}
              onToggle={toggle}
              onToggleAll={() => selected.dispatch({ type: 'toggleShown', shown: rows })}
              onChoose={() => setOpenChip('project')}
              onNarrow={() => setOpenChip('add')}
              visible={visible}
              table={table}
            />
            {selected.count > 0 && !composer.open ? (
              <SelectionBar
                count={selected.count}
                selected={selected.ids}
                rows={rows}
                visible={visible}
                settings={settings}
                obstacle={obstacle.writing}
                onField={ask}
                onPreview={preview}
                onClear={() => selected.dispatch({ type: 'clear' })}
              />
            ) : null}
          </div>
        </PageFrame>
      </div>
      {composer.open ? (
        <Composer
          state={composer.state}
          dispatch={composer.dispatch}
          asked={composer.asked}
          onAsk={composer.ask}
          reference={reference}
          projects={projects}
          count={selected.count}
          perProject={countByProject(selected.rows, reference.projects)}
          effect={composer.effect}
          unknown={selected.count - selected.rows.length}
          obstacle={obstacle.preview}
          error={composer.error}
          submitting={composer.submitting}
          onSubmit={preview}
          onClose={closeComposer}
        />
      ) : null}
      <KeysDialog open={help} onOpenChange={setHelp} />
    </div>
  );
}

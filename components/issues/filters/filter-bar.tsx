'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { cn } from '@/components/ui/cn';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { emptyIssueFilter, type IssueFilter } from '@/lib/columns/issue-filter';
import {
  clearFilter,
  type IssueFilterName,
  isFilterSet,
  issueFilterFields,
} from '@/lib/columns/issue-filter-fields';
import type { IssueRow, SpaceReference } from '@/lib/columns/issue-row';
import type { JoinedProjects } from '../issue-reads';
import { type IssuesView, projectsInView, resolveFilter } from '../issues-url';
import { DueFilter } from './due-filter';
import { FilterChip } from './filter-chip';
import {
  chosenKeys,
  countById,
  countMatching,
  filterOptions,
  idsOfKeys,
  type ListFilterName,
} from './filter-options';
import { KeywordField } from './keyword-field';
import { ListFilter, OPEN_KEY } from './list-filter';
import { useFilterTexts } from './use-filter-texts';

export type ChipName = Exclude<IssueFilterName, 'keyword'>;

/** Chips in their order. Idle ones give way in narrow tables; ＋条件 still leads to them. */
const chips: readonly { name: ChipName; idle: string }[] = [
  { name: 'project', idle: 'phone:inline-flex' },
  { name: 'status', idle: 'phone:inline-flex' },
  { name: 'dueDate', idle: 'hidden @min-[880px]:inline-flex' },
  { name: 'assignee', idle: 'hidden @min-[880px]:inline-flex' },
  { name: 'milestone', idle: 'hidden @min-[880px]:inline-flex' },
  { name: 'category', idle: 'hidden @min-[1120px]:inline-flex' },
  { name: 'issueType', idle: 'hidden @min-[1120px]:inline-flex' },
  { name: 'priority', idle: 'hidden @min-[1120px]:inline-flex' },
];

interface FilterBarProps {
  state: IssuesView;
  onShow: (next: IssuesView) => void;
  joined: JoinedProjects;
  reference: SpaceReference;
  /** Loaded rows, for counts; null while they are not all there. */
  rows: readonly IssueRow[] | null;
  /** Which chip is open, or `add` for the list of conditions. */
  open: ChipName | 'add' | null;
  onOpen: (name: ChipName | 'add' | null) => void;
  keyword: RefObject<HTMLInputElement | null>;
}

/** Every condition of the list. The popovers write into the address, nowhere else. */
export function FilterBar({ state, onShow, joined, reference, rows, open, onOpen, keyword }: FilterBarProps) {
  const t = useTranslations('issues.filter');
  const texts = useFilterTexts(state, joined, reference);
  const { filter } = state.view;
  const show = (next: IssueFilter, openOnly = state.openOnly) =>
    onShow({ view: { ...state.view, filter: next }, openOnly });
  const apply = (next: IssueFilter, openOnly?: boolean) => {
    onOpen(null);
    show(next, openOnly);
  };

  function listFilter(name: ListFilterName) {
    const { key } = issueFilterFields[name];
    const options = filterOptions(name, { joined, reference, filter });
    const idle = !isFilterSet(filter, name) && !(name === 'status' && state.openOnly);
    const counts = rows && idle ? countById(name, rows) : null;
    const with_ = (keys: ReadonlySet<string>) => ({
      filter: { ...filter, [key]: idsOfKeys(options, keys) },
      openOnly: name === 'status' ? keys.has(OPEN_KEY) : state.openOnly,
    });
    return (
      <ListFilter
        label={texts.label(name)}
        options={options}
        chosen={name === 'status' && state.openOnly ? new Set([OPEN_KEY]) : chosenKeys(options, filter[key])}
        openLabel={name === 'status' ? texts.notClosed : undefined}
        countOf={counts && ((option) => option.ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0))}
        localResult={
          rows && idle && name !== 'project'
            ? (keys) => (keys.size === 0 ? rows.length : countMatching(name, idsOfKeys(options, keys), rows))
            : null
        }
        remoteResult={(keys) => {
          const next = with_(keys);
          return resolveFilter(
            { view: { ...state.view, filter: next.filter }, openOnly: next.openOnly },
            reference.projects,
          );
        }}
        onApply={(keys) => {
          const next = with_(keys);
          apply(next.filter, next.openOnly);
        }}
      />
    );
  }

  return (
    <div
      role="toolbar"
      aria-label={t('label')}
      className="@container flex-none px-5 pt-[9px] pb-[5px] phone:px-3 phone:pt-1 phone:pb-0"
    >
      <div className="flex items-center gap-1.5 md:flex-wrap phone:-mx-3 phone:overflow-x-auto phone:px-3 phone:py-1 phone:[scrollbar-width:none]">
        <KeywordField
          value={filter.keyword}
          onApply={(next) => show({ ...filter, keyword: next })}
          field={keyword}
        />
        {chips.map(({ name, idle }) => {
          const value = texts.value(name);
          return (
            <FilterChip
              key={name}
              label={texts.label(name)}
              value={value}
              open={open === name}
              onOpenChange={(next) => onOpen(next ? name : null)}
              onClear={() => show(clearFilter(filter, name), name === 'status' ? false : state.openOnly)}
              clearLabel={t('clear', { field: texts.label(name) })}
              className={cn(value === null && open !== name && idle)}
            >
              {name === 'dueDate' ? (
                <DueFilter
                  filter={filter}
                  ask={(dates) =>
                    resolveFilter(
                      { view: { ...state.view, filter: { ...filter, ...dates } }, openOnly: state.openOnly },
                      projectsInView(emptyIssueFilter, reference.projects),
                    )
                  }
                  onApply={(dates) => apply({ ...filter, ...dates })}
                />
              ) : (
                listFilter(name)
              )}
            </FilterChip>
          );
        })}
        <Menu open={open === 'add'} onOpenChange={(next) => onOpen(next ? 'add' : null)}>
          <MenuTrigger className="inline-flex h-[26px] shrink-0 items-center gap-1 rounded-ctl border border-line-2 border-dashed px-2 text-12 text-fg-2 hover:bg-surface-2 phone:h-[34px] phone:text-13">
            <Plus size={12} aria-hidden className="text-fg-3" />
            {t('add')}
          </MenuTrigger>
          <MenuContent onCloseAutoFocus={(event) => event.preventDefault()}>
            {chips.map(({ name }) => (
              <MenuItem
                key={name}
                // After the menu has closed, so that it does not take the popover with it.
                onSelect={() => requestAnimationFrame(() => onOpen(name))}
              >
                {texts.label(name)}
              </MenuItem>
            ))}
          </MenuContent>
        </Menu>
      </div>
    </div>
  );
}

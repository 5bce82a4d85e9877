'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { DueFilter } from '@/components/issues/filters/due-filter';
import { FilterChip } from '@/components/issues/filters/filter-chip';
import { OptionList } from '@/components/issues/option-list';
import { useFormat } from '@/components/layout/use-format';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import type { IssueRow, ProjectReference } from '@/lib/columns/issue-row';
import { type ScopeOption, scopeOptions, statusKey } from '../scope-options';
import { ValueBoxes } from '../value-boxes';
import type { ScopeChoice } from './handover-form';

interface ScopePartProps {
  /** All open issues of the leaver. */
  held: readonly IssueRow[];
  /** Their projects. */
  projects: readonly ProjectReference[];
  scope: ScopeChoice;
  onScope: (patch: Partial<ScopeChoice>) => void;
}

/** Which of the leaver's issues go, by project, status, type, milestone and due date. */
export function ScopePart({ held, projects, scope, onScope }: ScopePartProps) {
  const t = useTranslations('operations.handover.scope');
  const fields = useTranslations('common.field');
  const options = useMemo(
    () => ({
      projects: projects.map(({ id, projectKey }) => ({
        key: projectKey,
        label: projectKey,
        ids: [id],
        count: held.filter((row) => row.projectId === id).length,
      })),
      statuses: scopeOptions(
        held,
        projects,
        (project) => project.statuses,
        (row) => [row.statusId],
        statusKey,
      ),
      types: scopeOptions(
        held,
        projects,
        (project) => project.issueTypes,
        (row) => [row.issueTypeId],
      ),
      milestones: scopeOptions(
        held,
        projects,
        (project) => project.milestones,
        (row) => row.milestoneIds,
      ),
    }),
    [held, projects],
  );
  return (
    <div className="grid gap-x-7 gap-y-3 md:grid-cols-[auto_minmax(0,1fr)]">
      <ValueBoxes
        label={fields('project')}
        options={options.projects}
        chosen={scope.projectIds}
        onChoose={(projectIds) => onScope({ projectIds })}
      />
      <ValueBoxes
        label={fields('status')}
        options={options.statuses}
        chosen={scope.statusIds}
        onChoose={(statusIds) => onScope({ statusIds })}
      />
      <div className="flex flex-wrap items-center gap-1.5 md:col-span-2" role="group" aria-label={t('more')}>
        <ListChip
          label={fields('issueType')}
          options={options.types}
          chosen={scope.issueTypeIds}
          onChoose={(issueTypeIds) => onScope({ issueTypeIds })}
        />
        <ListChip
          label={fields('milestone')}
          options={options.milestones}
          chosen={scope.milestoneIds}
          onChoose={(milestoneIds) => onScope({ milestoneIds })}
        />
        <DueChip scope={scope} onScope={onScope} />
      </div>
    </div>
  );
}

interface ListChipProps {
  label: string;
  options: readonly ScopeOption[];
  /** Empty: any. */
  chosen: readonly number[];
  onChoose: (ids: number[]) => void;
}

function ListChip({ label, options, chosen, onChoose }: ListChipProps) {
  const t = useTranslations('issues.filter');
  const [open, setOpen] = useState(false);
  const ticked = options.filter(({ ids }) => ids.some((id) => chosen.includes(id)));
  const toggle = (key: string) => {
    const option = options.find((one) => one.key === key);
    if (!option) return;
    const rest = chosen.filter((id) => !option.ids.includes(id));
    onChoose(rest.length === chosen.length ? [...chosen, ...option.ids] : rest);
  };
  return (
    <FilterChip
      label={label}
      value={ticked.length > 0 ? ticked.map((option) => option.label).join('、') : null}
      open={open}
      onOpenChange={setOpen}
      onClear={() => onChoose([])}
      clearLabel={t('clear', { field: label })}
    >
      <OptionList
        label={label}
        searchLabel={t('search', { field: label })}
        options={options.map(({ key, label: name, count }) => ({ key, label: name, count }))}
        selected={new Set(ticked.map(({ key }) => key))}
        multiple
        onToggle={toggle}
        onCommit={() => setOpen(false)}
      />
    </FilterChip>
  );
}

function DueChip({ scope, onScope }: Pick<ScopePartProps, 'scope' | 'onScope'>) {
  const t = useTranslations('issues.filter');
  const fields = useTranslations('common.field');
  const { shortDay } = useFormat();
  const [open, setOpen] = useState(false);
  const { dueDateSince: since, dueDateUntil: until } = scope;
  const rangeText = () => {
    if (since !== null && until !== null)
      return t('due.range', { since: shortDay(since), until: shortDay(until) });
    if (since !== null) return t('due.from', { day: shortDay(since) });
    return until === null ? null : t('due.to', { day: shortDay(until) });
  };
  return (
    <FilterChip
      label={fields('dueDate')}
      value={rangeText()}
      open={open}
      onOpenChange={setOpen}
      onClear={() => onScope({ dueDateSince: null, dueDateUntil: null })}
      clearLabel={t('clear', { field: fields('dueDate') })}
    >
      <DueFilter
        filter={{ ...emptyIssueFilter, dueDateSince: since, dueDateUntil: until }}
        ask={() => null}
        onApply={(dates) => {
          onScope(dates);
          setOpen(false);
        }}
      />
    </FilterChip>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/layout/use-format';
import { CLOSED_STATUS_ID } from '@/lib/columns/is-overdue';
import { issueFilterFields } from '@/lib/columns/issue-filter-fields';
import type { SpaceReference } from '@/lib/columns/issue-row';
import type { JoinedProjects } from '../issue-reads';
import type { IssuesView } from '../issues-url';
import type { ChipName } from './filter-bar';
import { chosenKeys, filterOptions } from './filter-options';

/** At most this many names stand on a chip; the rest is a number. */
const MOST_NAMES = 3;

/** What the chips say. */
export function useFilterTexts(state: IssuesView, joined: JoinedProjects, reference: SpaceReference) {
  const t = useTranslations('issues.filter');
  const fields = useTranslations('common.field');
  const format = useFormat();
  // A chip is short; its popover shows the days in full.
  const shortDay = (day: string) => format.shortDay(day).replace(/\(.\)$/, '');
  const { filter } = state.view;
  const closed = reference.projects
    .flatMap((project) => project.statuses)
    .find((status) => status.id === CLOSED_STATUS_ID);
  const notClosed = t('notClosed', { name: closed?.name ?? '' });

  const listValue = (name: Exclude<ChipName, 'dueDate'>): string | null => {
    const ids = filter[issueFilterFields[name].key];
    if (ids.length === 0) return null;
    const options = filterOptions(name, { joined, reference, filter });
    const keys = chosenKeys(options, ids);
    const names = options
      .filter((option) => keys.has(option.key))
      .map((option) => (name === 'project' ? (option.projectKeys[0] ?? option.label) : option.label));
    const shown = names.slice(0, MOST_NAMES).join(', ');
    return names.length > MOST_NAMES
      ? t('andMore', { names: shown, count: names.length - MOST_NAMES })
      : shown;
  };

  const dueValue = (): string | null => {
    const { dueDateSince: since, dueDateUntil: until } = filter;
    if (since === null && until === null) return null;
    if (until === null) return t('due.from', { day: shortDay(since ?? '') });
    if (since === null) return t('due.to', { day: shortDay(until) });
    if (since === until) return shortDay(since);
    return t('due.range', { since: shortDay(since), until: shortDay(until) });
  };

  return {
    notClosed,
    label: (name: ChipName) => fields(name),
    value: (name: ChipName): string | null => {
      if (name === 'dueDate') return dueValue();
      if (name === 'status' && state.openOnly) return notClosed;
      return listValue(name);
    },
  };
}

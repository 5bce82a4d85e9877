'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Tabs } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { ErrorCallout } from '@/components/layout/error-callout';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import { emptyIssueFilter, type IssueFilter } from '@/lib/columns/issue-filter';
import type { IssueRow } from '@/lib/columns/issue-row';
import type { ReferenceIndex } from '@/lib/columns/reference-index';
import { createdByOptions } from './created-query';
import { waitsForConfirmation } from './waiting';

const tabs = ['held', 'waiting', 'created', 'children'] as const;
type Tab = (typeof tabs)[number];

interface IssueTabsProps {
  from: { id: number; label: string };
  matched: readonly IssueRow[];
  index: ReferenceIndex;
  /** What Backlog is asked for open issues; null while that is not known. */
  filter: IssueFilter | null;
  /** One list of issues; those that go have boxes. */
  renderList: (rows: readonly IssueRow[], name: string, going: boolean) => ReactNode;
}

/** The leaver's issues: all that match, those that wait for a confirmation, children, and what they only created. */
export function IssueTabs({ from, matched, index, filter, renderList }: IssueTabsProps) {
  const t = useTranslations('operations.handover.tabs');
  const { host } = useSpace();
  const [tab, setTab] = useState<Tab>('held');
  const created = useQuery({
    ...createdByOptions(host, from.id, filter ?? emptyIssueFilter),
    enabled: filter !== null,
  });
  const lists = {
    held: matched,
    waiting: matched.filter((row) => waitsForConfirmation(row, index)),
    children: matched.filter((row) => row.parentIssueId !== null),
    created: created.data?.rows,
  };
  const countOf = (name: Tab) => {
    const count = lists[name]?.length;
    if (count === undefined) return '…';
    return name === 'created' && created.data?.more ? `${count}+` : String(count);
  };
  return (
    <Tabs.Root value={tab} onValueChange={(value) => setTab(tabs.find((one) => one === value) ?? 'held')}>
      <Tabs.List
        aria-label={t('label')}
        className="flex gap-4 overflow-x-auto border-line border-b text-12 phone:gap-3"
      >
        {tabs.map((name) => (
          <Tabs.Trigger
            key={name}
            value={name}
            className="-mb-px flex h-8 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-0.5 text-fg-2 data-[state=active]:border-ink data-[state=active]:font-medium data-[state=active]:text-fg phone:h-11"
          >
            {t(name)} <span className="text-fg-3 tabular-nums">{countOf(name)}</span>
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map((name) => (
        <Tabs.Content key={name} value={name} className="pt-2">
          <p className="mb-1.5 text-12 text-fg-3">
            {t(`note.${name}`, { name: from.label, count: lists[name]?.length ?? 0 })}
            {name === 'created' && created.data?.more ? ` ${t('createdMore')}` : ''}
          </p>
          {name === 'created' && created.error ? <ErrorCallout error={readErrorOf(created.error)} /> : null}
          {lists[name] ? renderList(lists[name], t(name), name !== 'created') : null}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

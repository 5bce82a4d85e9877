'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { JoinedProjects } from '@/components/issues/issue-reads';
import { OptionList } from '@/components/issues/option-list';
import { Button } from '@/components/ui/button';
import { toggled } from './toggled';

/** Reference data of this many projects is read at once. */
const MOST_PROJECTS = 30;

interface ReadChooserProps {
  joined: JoinedProjects;
  chosen: readonly number[];
  /** There are more open issues than can be read; null: there are only too many projects. */
  tooMany: number | null;
  onChoose: (projectIds: number[]) => void;
}

/** Which projects are looked into, where all of them would be too much. */
export function ReadChooser({ joined, chosen, tooMany, onChoose }: ReadChooserProps) {
  const t = useTranslations('operations.common.read');
  const [ids, setIds] = useState(chosen);
  const fits = ids.length > 0 && ids.length <= MOST_PROJECTS;
  return (
    <section aria-label={t('title')} className="mt-4 max-w-[460px] rounded-card border border-line p-4">
      <h2 className="font-semibold text-14">{t('title')}</h2>
      <p className="mt-1 mb-3 text-12 text-fg-2">
        {tooMany === null
          ? t('projects', { count: joined.projects.length })
          : t('issues', { count: tooMany })}
      </p>
      <OptionList
        label={t('title')}
        searchLabel={t('search')}
        options={joined.projects.map((project) => ({
          key: String(project.id),
          label: project.name,
          hint: project.projectKey,
        }))}
        selected={new Set(ids.map(String))}
        multiple
        onToggle={(key) => setIds(toggled(ids, Number(key)))}
        onCommit={() => undefined}
      />
      <Button tone="ink" disabled={!fits} onClick={() => onChoose([...ids])} className="mt-3 phone:h-11">
        {ids.length > MOST_PROJECTS ? t('most', { count: MOST_PROJECTS }) : t('read', { count: ids.length })}
      </Button>
    </section>
  );
}

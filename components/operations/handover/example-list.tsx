'use client';
import { useTranslations } from 'next-intl';
import type { Assignment } from '@/lib/bulk/operations/assign-successors';
import type { IssueRow, ProjectReference } from '@/lib/columns/issue-row';
import { GivenTo } from './given-to';

const SHOWN = 8;

interface ExampleListProps {
  going: readonly IssueRow[];
  assigned: ReadonlyMap<number, Assignment>;
  projects: readonly ProjectReference[];
}

/** The first issues with who gets them; those that nobody can get come first. */
export function ExampleList({ going, assigned, projects }: ExampleListProps) {
  const t = useTranslations('operations.handover.example');
  const isBlocked = (row: IssueRow) => {
    const one = assigned.get(row.id);
    return one !== undefined && 'block' in one;
  };
  const shown = going.toSorted((a, b) => Number(isBlocked(b)) - Number(isBlocked(a))).slice(0, SHOWN);
  const keyOf = (id: number) => projects.find((project) => project.id === id)?.projectKey ?? '';
  if (assigned.size === 0 || shown.length === 0) return null;
  return (
    <section aria-label={t('title')} className="border-line border-b px-[18px] py-4 phone:px-4">
      <div className="mb-1.5 flex items-baseline gap-2">
        <h2 className="flex-1 font-semibold">{t('title')}</h2>
        <span className="text-11 text-fg-3 tabular-nums">
          {t('shown', { count: shown.length, of: going.length })}
        </span>
      </div>
      <ul>
        {shown.map((row) => (
          <li
            key={row.id}
            className="grid min-h-[30px] grid-cols-[74px_minmax(0,1fr)_auto] items-center gap-2 text-[12.5px]"
          >
            <span className="text-fg-2 tabular-nums">{row.issueKey}</span>
            <span className="truncate" title={row.summary}>
              {row.summary}
            </span>
            <GivenTo assignment={assigned.get(row.id)} projectKey={keyOf(row.projectId)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

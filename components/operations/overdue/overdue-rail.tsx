'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { markingCounts, shares } from './marking-counts';
import { MarkingFigures } from './marking-figures';
import { OldestList } from './oldest-list';
import { ShareList } from './share-list';
import type { OverdueControl } from './use-overdue';

/** What the operation would do: in all, by project, by person, and the worst cases by name. */
export function OverdueRail({ control: { facts, marking } }: { control: OverdueControl }) {
  const t = useTranslations('operations.overdue');
  const common = useTranslations('common');
  const { meant, taken, decided } = marking;
  const { index } = facts.issues;
  const counts = useMemo(() => markingCounts(meant), [meant]);
  const byProject = useMemo(
    () =>
      shares(taken, ({ row }) => ({
        id: row.projectId,
        label: index.projects.get(row.projectId)?.projectKey ?? String(row.projectId),
      })),
    [taken, index],
  );
  const byPerson = useMemo(
    () => shares(taken, ({ row }) => ({ id: row.assigneeId, label: row.assigneeName ?? '' })),
    [taken],
  );
  return (
    <>
      <MarkingFigures counts={counts} decided={decided} />
      <ShareList
        title={t('shares.project')}
        shares={byProject}
        decided={decided}
        renderName={({ label }) => <b className="truncate font-semibold text-11 text-fg-3">{label}</b>}
      />
      <ShareList
        title={t('shares.person')}
        shares={byPerson}
        decided={decided}
        renderName={({ id, label }) => (
          <>
            <Avatar name={id === null ? null : label} id={id} size="sm" />
            <span className="truncate">{id === null ? common('noAssignee') : label}</span>
          </>
        )}
      />
      <OldestList taken={taken} />
    </>
  );
}

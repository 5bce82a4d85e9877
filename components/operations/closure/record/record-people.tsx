'use client';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import type { ClosureRecord } from '../closure-data';

/** Who carries how many issues on. */
export function RecordPeople({ people }: { people: ClosureRecord['carriedOverBy'] }) {
  const t = useTranslations('operations.closure.record');
  const common = useTranslations('common');
  if (people.length === 0) return null;
  return (
    <section aria-label={t('byPerson')}>
      <h2 className="mb-1 font-semibold text-14">{t('byPerson')}</h2>
      <ul>
        {people.map(({ id, name, issues }) => (
          <li key={id ?? 'nobody'} className="flex items-center gap-2.5 border-line border-t py-1.5">
            <Avatar name={name} id={id} />
            <span className="min-w-0 flex-1 truncate">{name ?? common('noAssignee')}</span>
            <span className="font-medium tabular-nums">{common('issues', { count: issues })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

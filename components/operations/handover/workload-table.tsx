'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { LevelMeasure, WorkloadChange } from '@/lib/bulk/operations/assign-successors';
import { FiguresTable } from '../figures-table';

interface WorkloadTableProps {
  changes: readonly WorkloadChange[];
  measure: LevelMeasure;
  threshold: number | null;
}

/** The chart in figures. */
export function WorkloadTable({ changes, measure, threshold }: WorkloadTableProps) {
  const t = useTranslations('operations.handover.load');
  const { number } = useFormatter();
  const signed = (value: number) => number(value, { signDisplay: 'exceptZero' });
  return (
    <div className="mt-2.5">
      <FiguresTable
        look="rail"
        caption={`${t('title')} ${t(measure)}`}
        rows={changes}
        keyOf={({ person }) => person.id}
        head={{ title: t('person'), of: ({ person }) => person.label }}
        figures={[
          { title: t('before'), of: ({ before }) => number(before[measure]) },
          { title: t('difference'), of: ({ before, after }) => signed(after[measure] - before[measure]) },
          { title: t('after'), of: ({ after }) => <b>{number(after[measure])}</b> },
        ]}
        note={threshold === null ? null : t(`limit.${measure}`, { threshold })}
      />
    </div>
  );
}

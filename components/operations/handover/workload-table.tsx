'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { LevelMeasure, WorkloadChange } from '@/lib/bulk/operations/assign-successors';

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
  const cell = 'border-line border-t py-1 pl-3 text-right tabular-nums';
  return (
    <table className="mt-2.5 w-full text-12">
      <caption className="sr-only">
        {t('title')} {t(measure)}
      </caption>
      <thead>
        <tr className="text-fg-3">
          <th scope="col" className="py-1 text-left font-medium">
            {t('person')}
          </th>
          <th scope="col" className="py-1 pl-3 text-right font-medium">
            {t('before')}
          </th>
          <th scope="col" className="py-1 pl-3 text-right font-medium">
            {t('difference')}
          </th>
          <th scope="col" className="py-1 pl-3 text-right font-medium">
            {t('after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ person, before, after }) => (
          <tr key={person.id}>
            <th scope="row" className="border-line border-t py-1 text-left font-normal">
              {person.label}
            </th>
            <td className={cell}>{number(before[measure])}</td>
            <td className={cell}>{signed(after[measure] - before[measure])}</td>
            <td className={cell}>
              <b>{number(after[measure])}</b>
            </td>
          </tr>
        ))}
      </tbody>
      {threshold === null ? null : (
        <tfoot>
          <tr>
            <td colSpan={4} className="pt-1 text-11 text-warn">
              {t(`limit.${measure}`, { threshold })}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

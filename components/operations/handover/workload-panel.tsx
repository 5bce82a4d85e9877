'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Segmented } from '@/components/ui/segmented';
import type { LevelMeasure, WorkloadChange } from '@/lib/bulk/operations/assign-successors';
import type { Forecast } from './use-forecast';
import { WorkloadChart } from './workload-chart';
import { WorkloadTable } from './workload-table';

interface WorkloadPanelProps {
  forecast: Pick<Forecast, 'changes' | 'threshold' | 'levelled'>;
  /** Several successors, and not levelled yet. */
  canLevel: boolean;
  onLevel: (measure: LevelMeasure) => void;
}

/** What everybody would hold afterwards, and who would hold noticeably much. */
export function WorkloadPanel({ forecast, canLevel, onLevel }: WorkloadPanelProps) {
  const t = useTranslations('operations.handover.load');
  const [measure, setMeasure] = useState<LevelMeasure>('issues');
  const [asTable, setAsTable] = useState(false);
  const { changes } = forecast;
  const threshold = forecast.threshold[measure];
  return (
    <section aria-label={t('title')} className="border-line border-b px-[18px] py-4 phone:px-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="flex-1 font-semibold text-14">{t('title')}</h2>
        <Segmented
          label={t('measure')}
          value={measure}
          onValueChange={setMeasure}
          options={[
            { value: 'issues', label: t('issues') },
            { value: 'hours', label: t('hours') },
          ]}
        />
      </div>
      {changes.length === 0 ? (
        <p className="mt-2 text-12 text-fg-3">{t('later')}</p>
      ) : (
        <>
          {asTable ? (
            <WorkloadTable changes={changes} measure={measure} threshold={threshold} />
          ) : (
            <WorkloadChart changes={changes} measure={measure} threshold={threshold} />
          )}
          <Button
            tone="ghost"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
            className="-ml-2 mt-1 h-6 px-2 text-12 phone:h-11"
          >
            {asTable ? t('asChart') : t('asTable')}
          </Button>
          <Overload
            measure={measure}
            threshold={threshold}
            changes={changes}
            levelled={canLevel ? forecast.levelled : null}
            onLevel={() => onLevel(measure)}
          />
        </>
      )}
    </section>
  );
}

interface OverloadProps {
  measure: LevelMeasure;
  threshold: number | null;
  changes: readonly WorkloadChange[];
  /** Null where there is nobody to level among. */
  levelled: ((measure: LevelMeasure) => readonly WorkloadChange[]) | null;
  onLevel: () => void;
}

/** Who would stand above the line, and what levelling would make of it. */
function Overload({ measure, threshold, changes, levelled, onLevel }: OverloadProps) {
  const t = useTranslations('operations.handover.load');
  const locale = useLocale();
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  if (threshold === null) return null;
  const over = changes.filter(
    ({ before, after }) => after[measure] > threshold && after[measure] > before[measure],
  );
  if (over.length === 0) return null;
  const people = over.map(({ person, after }) =>
    t(`becomes.${measure}`, { name: person.label, value: after[measure] }),
  );
  const most = levelled
    ? Math.max(
        ...levelled(measure)
          .slice(1)
          .map(({ after }) => after[measure]),
      )
    : null;
  return (
    <Callout tone="warn" className="mt-2">
      {t(`over.${measure}`, { people: list.format(people), threshold })}{' '}
      {most === null ? null : (
        <>
          <button
            type="button"
            onClick={onLevel}
            className="font-medium underline underline-offset-2 hover:text-warn"
          >
            {t('level')}
          </button>{' '}
          {t(`levelled.${measure}`, { most })}
        </>
      )}
    </Callout>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { cn } from '@/components/ui/cn';
import { Segmented } from '@/components/ui/segmented';
import { BurndownChart } from './burndown-chart';
import { type AfterStep, burndownOf } from './burndown-shape';
import { BurndownTable } from './burndown-table';
import type { ClosureFigures, ClosureFiguresAnswer, Measure } from './closure-data';
import { FiguresLine } from './figures-line';
import { FiguresProgress } from './figures-progress';
import { noChartReason, type Period } from './figures-progress-reason';

interface BurndownSectionProps {
  milestone: Period;
  /** Undefined until the first answer. */
  answer: ClosureFiguresAnswer | undefined;
  /** Null while the change logs are read, or when there are too many. */
  figures: ClosureFigures | null;
  resolvedIsDone: boolean;
  measure: Measure;
  onMeasure: (measure: Measure) => void;
  after: readonly AfterStep[];
}

/** How the milestone went, day by day. */
export function BurndownSection(props: BurndownSectionProps) {
  const { milestone, answer, figures, resolvedIsDone, measure, onMeasure, after } = props;
  const t = useTranslations('operations.closure.burndown');
  const { today } = useSpace();
  const [asTable, setAsTable] = useState(false);
  const burndown = figures ? burndownOf(figures, measure) : null;
  return (
    <section className="border-line border-t px-5 pt-3 pb-2 phone:px-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-semibold text-13">{t('title')}</h2>
        <span className="text-11 text-fg-3">
          {t(measure, { without: t(resolvedIsDone ? 'withoutResolved' : 'withoutClosed') })}
        </span>
        <span className="flex-1" />
        {burndown ? (
          <>
            {asTable ? null : <Legend after={after.some(({ by }) => by > 0)} />}
            {answer?.basics.hoursKnown ? (
              <Segmented
                label={t('measure')}
                value={measure}
                onValueChange={onMeasure}
                options={[
                  { value: 'issues', label: t('inIssues') },
                  { value: 'hours', label: t('inHours') },
                ]}
              />
            ) : null}
            <button
              type="button"
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
              className="min-h-6 text-12 underline decoration-line-control underline-offset-3 hover:decoration-current"
            >
              {t(asTable ? 'asChart' : 'asTable')}
            </button>
          </>
        ) : null}
      </div>
      {burndown === null ? (
        <FiguresProgress answer={answer} missing={figures && noChartReason(milestone, figures, today)} />
      ) : asTable ? (
        <BurndownTable burndown={burndown} measure={measure} />
      ) : (
        <BurndownChart burndown={burndown} after={after} measure={measure} />
      )}
      {answer ? (
        <FiguresLine basics={answer.basics} figures={figures} measure={measure} movedOut={answer.movedOut} />
      ) : null}
    </section>
  );
}

const lines = [
  { key: 'actual', look: 'border-chart-1' },
  { key: 'ideal', look: 'border-line-control border-dashed' },
  { key: 'after', look: 'border-accent border-dashed' },
] as const;

function Legend({ after }: { after: boolean }) {
  const t = useTranslations('operations.closure.burndown');
  return (
    <ul aria-hidden className="flex items-center gap-3.5 text-11 text-fg-2">
      {lines
        .filter(({ key }) => after || key !== 'after')
        .map(({ key, look }) => (
          <li key={key} className="flex items-center gap-1.5">
            <span className={cn('w-3.5 border-t-2', look)} />
            {t(key)}
          </li>
        ))}
    </ul>
  );
}

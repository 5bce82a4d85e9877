'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { cn } from '@/components/ui/cn';
import { ValuePicker } from '../value-picker';
import type { ReadyReport } from './closure-input';
import type { ReportCopy } from './report-dialog';
import { ReportSection } from './report-section';
import { SwitchLine } from './switch-line';
import type { ClosureState } from './use-closure';

interface ClosureRailProps {
  closure: ClosureState;
  report: ReadyReport;
  /** The report as the figures make it, whatever was written. */
  made: string;
  /** The report to take along. */
  copy: ReportCopy;
}

/** What the plan is going to do, and what it does beside the issues. */
export function ClosureRail({ closure, report, made, copy }: ClosureRailProps) {
  const t = useTranslations('operations.closure.rail');
  const { state, counts, next, milestone, resolutions, resolution, fixed } = closure;
  const { form, change } = state;
  const id = useId();
  const name = next?.name || t('next');
  const figures = [
    { key: 'close', text: t('close'), count: counts.close },
    { key: 'next', text: t('send', { name }), count: counts.next },
    { key: 'none', text: t('none'), count: counts.none },
    { key: 'undecided', text: t('undecided'), count: counts.undecided },
    { key: 'leftOut', text: t('leftOut'), count: counts.leftOut },
  ] as const;
  const wholePeriod = Boolean(next?.startDate && next.dueDate);
  return (
    <div className="min-h-0 flex-1 divide-y divide-line overflow-y-auto narrow:grid narrow:grid-cols-2 narrow:divide-y-0 narrow:overflow-visible narrow:border-t narrow:border-line narrow:bg-bg phone:block phone:divide-y">
      <section aria-labelledby={id} className="px-4 py-[15px]">
        <h2 id={id} className="font-semibold text-14">
          {t('title')}
        </h2>
        <dl className="mt-2.5 grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-2">
          {figures.map(({ key, text, count }) =>
            count === 0 && key !== 'close' && key !== 'next' ? null : (
              <div key={key} className={cn('contents', key === 'undecided' ? 'text-warn' : 'text-fg-2')}>
                <dt className="truncate">{text}</dt>
                <dd className={cn('text-right tabular-nums', key !== 'undecided' && 'text-fg')}>
                  <b>{count.toLocaleString()}</b>
                  {t('unit', { count })}
                </dd>
              </div>
            ),
          )}
        </dl>
        {counts.close > 0 && fixed ? (
          <div className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-3">
            <span aria-hidden className="text-fg-2">
              {t('resolution')}
            </span>
            <ValuePicker
              label={t('resolution')}
              values={resolutions
                .filter((one) => one !== fixed)
                .map(({ id, label }) => ({ id, name: label }))}
              chosen={resolution === fixed ? null : (resolution?.id ?? null)}
              none={fixed.label}
              onChoose={(chosen) =>
                change({ ...form, resolution: resolutions.find((one) => one.id === chosen) ?? null })
              }
            />
          </div>
        ) : null}
      </section>
      <section className="grid gap-3 px-4 py-[15px]">
        <SwitchLine
          label={t('archive', { name: milestone.name })}
          hint={
            form.archive && counts.leftOut > 0 ? (
              <span className="text-warn">{t('archiveHeld', { count: counts.leftOut })}</span>
            ) : (
              t('archiveHint')
            )
          }
          checked={form.archive}
          onChange={(archive) => change({ ...form, archive })}
        />
        <SwitchLine
          label={t('moveDueDates')}
          hint={
            wholePeriod
              ? form.moveDueDates
                ? t('movedDueDates', { count: counts.dueDates })
                : t('moveDueDatesHint', { name })
              : t('moveDueDatesOff')
          }
          checked={form.moveDueDates && wholePeriod}
          disabled={!wholePeriod}
          onChange={(moveDueDates) => change({ ...form, moveDueDates })}
        />
      </section>
      <div className="narrow:col-span-2 narrow:border-line narrow:border-t">
        <ReportSection
          form={form.report}
          projectKey={milestone.project.projectKey}
          name={report.name}
          text={report.content}
          made={made}
          copy={copy}
          rule={closure.answer?.textFormattingRule ?? 'markdown'}
          onChange={(next) => change({ ...form, report: next })}
        />
      </div>
    </div>
  );
}

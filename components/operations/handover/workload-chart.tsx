'use client';
import { ArrowRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import type { LevelMeasure, WorkloadChange } from '@/lib/bulk/operations/assign-successors';

interface WorkloadChartProps {
  /** The leaver first. */
  changes: readonly WorkloadChange[];
  measure: LevelMeasure;
  /** 目安; null where there is none. */
  threshold: number | null;
}

/** Room right of the longest bar, so that the label of the line has somewhere to stand. */
const HEADROOM = 1.08;

/** What goes away. */
const HATCH =
  'bg-[repeating-linear-gradient(135deg,var(--line-control)_0_1px,transparent_1px_4px)] shadow-[inset_0_0_0_1px_var(--line-2)]';

/** One bar per person: what stays, what comes, what goes; and the line above which it is much. */
export function WorkloadChart({ changes, measure, threshold }: WorkloadChartProps) {
  const t = useTranslations('operations.handover.load');
  const { number } = useFormatter();
  const most = Math.max(
    1,
    threshold ?? 0,
    ...changes.flatMap(({ before, after }) => [before[measure], after[measure]]),
  );
  const width = (value: number) => `${(value / (most * HEADROOM)) * 100}%`;
  const sentence = changes
    .map(({ person, before, after }) =>
      t(`change.${measure}`, { name: person.label, before: before[measure], after: after[measure] }),
    )
    .join(t('separator'));
  return (
    <>
      <ul className="mt-2.5 mb-3 flex flex-wrap gap-x-3.5 gap-y-1 text-11 text-fg-2">
        <Legend className="bg-chart-1">{t('legend.now')}</Legend>
        <Legend className="bg-accent">{t('legend.more')}</Legend>
        <Legend className={HATCH}>{t('legend.less')}</Legend>
      </ul>
      <div
        role="img"
        aria-label={threshold === null ? sentence : `${sentence} ${t(`line.${measure}`, { threshold })}`}
        className="relative pb-[18px]"
      >
        {changes.map(({ person, before, after }) => {
          const [was, will] = [before[measure], after[measure]];
          return (
            <div
              key={person.id}
              className="grid h-[34px] grid-cols-[112px_minmax(0,1fr)_92px] items-center gap-2.5"
            >
              <span className="flex min-w-0 items-center gap-2">
                <Avatar name={person.label} id={person.id} />
                <span className="truncate">{person.label}</span>
              </span>
              <span className="flex h-3.5 gap-px">
                <span
                  className="h-full rounded-l-[2px] bg-chart-1"
                  style={{ width: width(Math.min(was, will)) }}
                />
                {will > was ? (
                  <span className="h-full rounded-r-[2px] bg-accent" style={{ width: width(will - was) }} />
                ) : null}
                {will < was ? (
                  <span className={cn(HATCH, 'h-full rounded-[2px]')} style={{ width: width(was - will) }} />
                ) : null}
              </span>
              <span className="flex items-center justify-end gap-1 tabular-nums">
                <span className="text-fg-3">{number(was)}</span>
                <ArrowRight size={12} aria-hidden className="shrink-0 text-fg-3" />
                <b className={cn(threshold !== null && will > threshold && will > was && 'text-warn')}>
                  {number(will)}
                </b>
              </span>
            </div>
          );
        })}
        {threshold === null ? null : (
          <span className="pointer-events-none absolute inset-y-0 right-[102px] left-[122px]">
            <span
              className="absolute top-0 bottom-4 border-warn-fill border-l border-dashed"
              style={{ left: width(threshold) }}
            />
            <span
              className="absolute bottom-0 -translate-x-1/2 whitespace-nowrap text-11 text-warn leading-[14px] tabular-nums"
              style={{ left: width(threshold) }}
            >
              {t(`limit.${measure}`, { threshold })}
            </span>
          </span>
        )}
      </div>
    </>
  );
}

function Legend({ className, children }: { className: string; children: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden className={cn('size-2.5 rounded-[2px]', className)} />
      {children}
    </li>
  );
}

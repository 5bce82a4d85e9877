'use client';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { NextForecast } from './forecast';
import type { NextView } from './next-choice';
import { useMeasureText } from './use-measure-text';
import { usePeriodText } from './use-period-text';

/** What the next milestone would hold: what it has, what this plan adds, and what the last ones got done. */
export function NextForecastBar({ next, forecast }: { next: NextView; forecast: NextForecast }) {
  const t = useTranslations('operations.closure.forecast');
  const amount = useMeasureText();
  const period = usePeriodText();
  const { measure, before, after, usual, compared } = forecast;
  const full = Math.max(usual ?? 0, after, 1);
  const over = usual !== null && after > usual;
  const coming = after - before;
  const days = period(next);
  const sentence = () => {
    if (usual === null) return compared ? t('noVelocity') : null;
    if (!over) return t('fits', { amount: amount(coming, measure) });
    return t('over', { amount: amount(Math.round((after - usual) * 10) / 10, measure) });
  };
  return (
    <div className="mt-auto flex-none border-line border-t pt-3 pb-4">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h3 className="max-w-full flex-auto truncate font-semibold text-13">
          {t('title', { name: next.name || t('unnamed') })}
        </h3>
        <span className="whitespace-nowrap text-12 tabular-nums">
          <span className="text-fg-3">{before.toLocaleString()}</span>
          <span aria-hidden> → </span>
          <span className="sr-only">{t('to')}</span>
          <b className={cn(over && 'text-warn')}>{amount(after, measure)}</b>
          {usual === null ? null : (
            <span className="text-fg-3"> / {t('usual', { amount: amount(usual, measure) })}</span>
          )}
        </span>
      </div>
      <div aria-hidden className="relative mt-2 flex h-2.5 gap-px overflow-hidden rounded-full bg-surface-3">
        <span className="bg-chart-1" style={{ width: `${(before / full) * 100}%` }} />
        <span className="bg-accent" style={{ width: `${(coming / full) * 100}%` }} />
        {over ? (
          <span
            className="absolute inset-y-0 w-0.5 bg-warn-fill"
            style={{ left: `${((usual ?? 0) / full) * 100}%` }}
          />
        ) : null}
      </div>
      <p className={cn('mt-[7px] text-11 leading-[17px]', over ? 'text-warn' : 'text-fg-3')}>
        {days ? t('period', { period: days }) : null}
        {sentence()}
      </p>
    </div>
  );
}

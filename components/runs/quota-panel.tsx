'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useFormat } from '@/components/layout/use-format';
import { cn } from '@/components/ui/cn';
import { Meter } from '@/components/ui/meter';
import type { RunDetail } from './run-data';

interface QuotaPanelProps {
  quota: RunDetail['quota'];
  /** ms; null in the first paint. */
  now: number | null;
}

/** What Backlog still takes in this minute. The person's other tools share it. */
export function QuotaPanel({ quota, now }: QuotaPanelProps) {
  const t = useTranslations('runs.quota');
  const format = useFormat();
  const locale = useLocale();
  const toReset = quota && now !== null ? Math.max(0, (Date.parse(quota.resetAt) - now) / 1000) : null;
  // A window that has passed leaves the whole quota, though no answer has said so yet.
  const remaining = quota === null ? 0 : toReset === 0 ? quota.limit : quota.remaining;
  const empty = quota !== null && remaining === 0;
  return (
    <section className="border-line border-b px-4 py-3.5 phone:py-3">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="font-semibold text-13">{t('title')}</h2>
        <p className={cn('text-12 tabular-nums', empty ? 'text-warn' : 'text-fg-3')}>
          {toReset === null ? null : toReset === 0 ? (
            t('reset')
          ) : (
            <>
              {t('resetsIn')} <b className={empty ? undefined : 'text-fg'}>{format.duration(toReset)}</b>
            </>
          )}
        </p>
      </div>
      {quota ? (
        <div className="mt-1.5 mb-2 phone:my-0 phone:flex phone:items-center phone:gap-3">
          <p className={cn('tabular-nums', empty && 'text-warn')}>
            <span className="font-semibold text-[24px] leading-8 tracking-[-.02em] phone:text-[18px]">
              {remaining.toLocaleString(locale)}
            </span>
            <span className="ml-1 text-12 text-fg-3">{t('of', { limit: quota.limit })}</span>
          </p>
          <Meter
            className="mt-1 h-2 phone:mt-0 phone:flex-1"
            label={t('title')}
            value={remaining}
            max={quota.limit}
            text={t('text', { remaining, limit: quota.limit })}
            tone={empty ? 'warn' : 'plain'}
          />
        </div>
      ) : null}
      <p className="text-11 text-fg-3 leading-[18px] phone:hidden">{quota ? t('shared') : t('unknown')}</p>
    </section>
  );
}

'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { quotaOptions } from '@/components/layout/queries';
import { useSpace } from '@/components/layout/space-provider';
import type { PlanSummary } from './plan-data';
import { quotaUse } from './quota-use';

/** The calls of the run against what Backlog still takes in this minute. */
export function CallBudget({ calls, known }: { calls: number; known: PlanSummary['quota'] }) {
  const t = useTranslations('plans.quota');
  const { host } = useSpace();
  const { data } = useQuery(quotaOptions(host));
  const quota = data?.update ?? known;
  return (
    <section className="px-4 pt-0 pb-3 narrow:pt-3">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-13 text-fg-2">{t('title')}</h3>
        <p className="text-[12.5px] tabular-nums">
          <b>{t('calls', { count: calls })}</b>
          {quota ? <span className="text-fg-3"> / {t('remaining', { count: quota.remaining })}</span> : null}
        </p>
      </div>
      {quota ? <QuotaBar calls={calls} quota={quota} /> : <p className="text-11 text-fg-3">{t('unknown')}</p>}
    </section>
  );
}

function QuotaBar({ calls, quota }: { calls: number; quota: { limit: number; remaining: number } }) {
  const t = useTranslations('plans.quota');
  const use = quotaUse(calls, quota);
  const percent = (count: number) => `${use.limit > 0 ? (count / use.limit) * 100 : 0}%`;
  return (
    <>
      <div
        role="meter"
        aria-label={t('title')}
        aria-valuemin={0}
        aria-valuemax={use.limit}
        aria-valuenow={use.used + use.now}
        aria-valuetext={t('meter', { remaining: quota.remaining, calls })}
        className="mt-2 flex h-1.5 overflow-hidden rounded-[3px] bg-surface-3"
      >
        <span className="block h-full bg-line-control" style={{ width: percent(use.used) }} />
        <span className="block h-full bg-accent" style={{ width: percent(use.now) }} />
      </div>
      <p className="mt-1.5 flex flex-wrap justify-between gap-x-3 text-11 text-fg-3 tabular-nums">
        <span>{t('used', { count: use.used })}</span>
        <span>{t('now', { count: use.now })}</span>
        <span>{t('limit', { count: use.limit })}</span>
      </p>
      {use.later > 0 ? <p className="mt-1 text-11 text-fg-2">{t('later', { count: use.later })}</p> : null}
    </>
  );
}

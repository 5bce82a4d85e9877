'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { Meter } from '@/components/ui/meter';
import { quotaOptions } from './queries';
import { useSpace } from './space-provider';

/** How many updates Backlog still takes in this minute. */
export function QuotaGauge({ className }: { className?: string }) {
  const t = useTranslations('layout');
  const { host } = useSpace();
  const { data } = useQuery(quotaOptions(host));
  const update = data?.update ?? null;
  return (
    <div className={cn('text-11', className)}>
      <div className="flex items-baseline justify-between gap-2 text-fg-3">
        <span>{t('quota')}</span>
        {update ? (
          <span className="whitespace-nowrap tabular-nums">
            {t.rich('quotaValue', {
              remaining: update.remaining,
              limit: update.limit,
              b: (chunks) => <b className="text-fg">{chunks}</b>,
            })}
          </span>
        ) : null}
      </div>
      {update ? (
        <Meter
          className="mt-1.5"
          label={t('quota')}
          value={update.remaining}
          max={update.limit}
          text={t('quotaText', { remaining: update.remaining, limit: update.limit })}
          tone={update.remaining === 0 ? 'warn' : 'plain'}
        />
      ) : (
        <p className="text-fg-3">{t('quotaUnknown')}</p>
      )}
    </div>
  );
}

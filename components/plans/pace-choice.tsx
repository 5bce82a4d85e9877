'use client';
import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/layout/use-format';
import { cn } from '@/components/ui/cn';
import { Segmented } from '@/components/ui/segmented';
import type { Pace } from './plan-data';

const order: readonly Pace[] = ['limit', 'gentle'];

interface PaceChoiceProps {
  pace: Pace;
  onPace: (pace: Pace) => void;
  /** Seconds a run takes at each pace. */
  estimates: Readonly<Record<Pace, number>>;
}

/** How fast the run will write, with the time at both paces. */
export function PaceChoice({ pace, onPace, estimates }: PaceChoiceProps) {
  const t = useTranslations('plans.pace');
  const common = useTranslations('common');
  const format = useFormat();
  return (
    <section className="px-4 py-3">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
        <h3 className="font-semibold text-13">{t('title')}</h3>
        <Segmented
          label={t('label')}
          value={pace}
          onValueChange={onPace}
          options={order.map((value) => ({ value, label: common(`pace.${value}`) }))}
        />
      </div>
      <dl className="grid gap-y-1 text-[12.5px]">
        {order.map((value) => (
          <div key={value} className={cn('flex justify-between gap-3', value !== pace && 'text-fg-3')}>
            <dt className={value === pace ? 'text-fg-2' : undefined}>{t(`${value}Note`)}</dt>
            <dd className={cn('whitespace-nowrap tabular-nums', value === pace && 'font-medium text-fg')}>
              {common('duration.about', { duration: format.duration(estimates[value]) })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

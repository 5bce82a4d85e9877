'use client';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { fillOf } from './outcome-look';
import type { Segment } from './progress-segments';

interface OutcomeFiguresProps {
  figures: readonly Segment[];
  over: boolean;
  /** How many of the failed ones were held back by us: Backlog was never asked. */
  held: number;
}

/** What became of the items: figures that are not zero, and what is left. They add up to the total. */
export function OutcomeFigures({ figures, over, held }: OutcomeFiguresProps) {
  const t = useTranslations('runs.figure');
  const common = useTranslations('common.outcome');
  const locale = useLocale();
  const note = (key: Segment['key'], count: number) => {
    if (key === 'left' && over) return t('leftNone');
    if (key !== 'rejected' || held === 0) return t(key);
    return held === count ? t('held') : t('heldSome', { held });
  };
  return (
    <dl className="flex flex-none flex-wrap border-line border-y phone:grid phone:grid-cols-[repeat(auto-fit,minmax(72px,1fr))]">
      {figures.map(({ key, count }) => (
        <div
          key={key}
          className="flex min-w-0 max-w-[280px] flex-1 flex-col phone:max-w-none border-line py-[13px] pr-3 pl-[18px] first:pl-7 [&+&]:border-l phone:py-2.5 phone:pr-1 phone:pl-3 phone:first:pl-4"
        >
          <dt className="flex items-center gap-1.5 whitespace-nowrap text-12 text-fg-3 phone:text-11">
            <span
              aria-hidden
              className={cn(
                'size-2 shrink-0 rounded-[2.5px] shadow-[inset_0_0_0_1px_color-mix(in_srgb,var(--text)_14%,transparent)]',
                fillOf(key, over),
              )}
            />
            {common(key)}
          </dt>
          <dd
            className={cn(
              'font-semibold text-[24px] leading-8 tracking-[-.02em] tabular-nums phone:text-20 phone:leading-7',
              key === 'rejected' && 'text-danger',
              key === 'conflict' && 'text-conflict',
              key === 'unknown' && 'text-warn',
            )}
          >
            {count.toLocaleString(locale)}
          </dd>
          <dd className="text-[11.5px] text-fg-3 leading-4 phone:hidden">{note(key, count)}</dd>
        </div>
      ))}
    </dl>
  );
}

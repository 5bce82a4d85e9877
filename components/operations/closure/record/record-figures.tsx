'use client';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { ClosureRecord } from '../closure-data';
import { useMeasureText } from '../use-measure-text';

/** Four figures: how much was done, how fast, what goes on, and what came in between. */
export function RecordFigures({ record }: { record: ClosureRecord }) {
  const t = useTranslations('operations.closure.record');
  const common = useTranslations('common');
  const locale = useLocale();
  const amount = useMeasureText();
  const { completionRate, velocity, carriedOver, snapshot } = record;
  const added = snapshot?.figures?.added ?? null;
  const basics = snapshot?.basics ?? null;
  const total = basics && basics.total + (basics.movedOut ?? 0);
  const figures = [
    {
      key: 'completion',
      value: completionRate === null ? '—' : completionRate.toLocaleString(locale, { style: 'percent' }),
      note:
        total === null || velocity === null ? t('unknown') : t('ofTotal', { done: velocity.issues, total }),
    },
    {
      key: 'velocity',
      value: velocity === null ? '—' : common('issues', { count: velocity.issues }),
      note: velocity?.hours == null ? t('hoursUnknown') : amount(velocity.hours, 'hours'),
    },
    {
      key: 'carried',
      value: common('issues', { count: carriedOver.issues }),
      note: amount(carriedOver.hours, 'hours'),
    },
    {
      key: 'added',
      value: added === null ? '—' : common('issues', { count: added }),
      note: added === null ? t('addedUnknown') : t('addedNote'),
    },
  ] as const;
  return (
    <dl className="grid grid-cols-4 rounded-card border border-line phone:grid-cols-2">
      {figures.map(({ key, value, note }, index) => (
        <div
          key={key}
          className={cn(
            'flex min-w-0 flex-col px-4 py-3',
            index > 0 && 'border-line border-l',
            index === 2 && 'phone:border-l-0',
            index > 1 && 'phone:border-t phone:border-line',
          )}
        >
          <dt className="text-12 text-fg-3">{t(`figure.${key}`)}</dt>
          <dd className="font-semibold text-[24px] leading-8 tracking-[-.02em] tabular-nums">{value}</dd>
          <dd className="text-11 text-fg-3">{note}</dd>
        </div>
      ))}
    </dl>
  );
}

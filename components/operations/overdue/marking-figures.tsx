'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { cn } from '@/components/ui/cn';
import type { MarkingCounts } from './marking-counts';

/** Order of the figures, their colours in the bar. */
const looks = [
  { key: 'change', figure: 'text-accent-text', bar: 'bg-accent' },
  { key: 'needsReview', figure: 'text-warn', bar: 'bg-warn-fill' },
  { key: 'blocked', figure: 'text-danger', bar: 'bg-danger-fill' },
  { key: 'unchanged', figure: 'text-fg-2', bar: 'bg-chart-1' },
  { key: 'out', figure: 'text-fg-3', bar: 'bg-line-control' },
] as const;

interface MarkingFiguresProps {
  counts: MarkingCounts;
  /** Something is chosen that could be done. */
  decided: boolean;
}

/** How many of the overdue issues change, are marked already, or are left out. */
export function MarkingFigures({ counts, decided }: MarkingFiguresProps) {
  const t = useTranslations('operations.overdue.figures');
  const piles = useTranslations('common.pile');
  const { number } = useFormatter();
  const nameOf = (key: (typeof looks)[number]['key']) => {
    if (key === 'out') return t('out');
    return key === 'unchanged' ? t('marked') : piles(key);
  };
  const always = new Set(['change', 'unchanged', 'out']);
  const shown = looks.filter(({ key }) => counts[key] > 0 || always.has(key));
  return (
    <section aria-label={t('title')} className="border-line border-b px-[18px] py-4 phone:px-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="font-semibold text-14">{t('title')}</h2>
        <span className="text-11 text-fg-3 tabular-nums">{t('of', { count: counts.total })}</span>
      </div>
      {decided ? (
        <>
          <dl className="mt-2 mb-2 flex flex-wrap gap-x-6 gap-y-1">
            {shown.map(({ key, figure }) => (
              <div key={key} className="flex flex-col-reverse">
                <dt className="text-11 text-fg-3">{nameOf(key)}</dt>
                <dd className={cn('font-semibold text-26 tabular-nums', figure)}>{number(counts[key])}</dd>
              </div>
            ))}
          </dl>
          <div aria-hidden className="flex h-1.5 gap-0.5">
            {shown.map(({ key, bar }) =>
              counts[key] > 0 ? (
                <span key={key} className={cn('rounded-[3px]', bar)} style={{ flexGrow: counts[key] }} />
              ) : null,
            )}
          </div>
          <Spoken counts={counts} />
        </>
      ) : (
        <p className="mt-2 text-12 text-fg-3">{t('later')}</p>
      )}
    </section>
  );
}

/** The figures for screen readers, when the person has paused. */
function Spoken({ counts }: { counts: MarkingCounts }) {
  const t = useTranslations('operations.overdue.figures');
  const text = t('spoken', {
    total: counts.total,
    change: counts.change,
    marked: counts.unchanged,
    out: counts.out,
  });
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}

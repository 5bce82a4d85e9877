'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useFormat } from '@/components/layout/use-format';
import { FiguresTable } from '../figures-table';
import type { Burndown } from './burndown-shape';
import type { Measure } from './closure-data';
import { useMeasureText } from './use-measure-text';

/** The burndown in figures. */
export function BurndownTable({ burndown, measure }: { burndown: Burndown; measure: Measure }) {
  const t = useTranslations('operations.closure.burndown');
  const format = useFormat();
  const locale = useLocale();
  const amount = useMeasureText();
  return (
    <div className="mt-1.5 mb-3 min-h-[190px]">
      <FiguresTable
        look="page"
        caption={t('title')}
        rows={burndown.days}
        keyOf={({ day }) => day}
        head={{ title: t('day'), of: ({ day }) => <span className="tabular-nums">{format.day(day)}</span> }}
        figures={[
          { title: t('actual'), of: ({ left }) => amount(left, measure) },
          {
            title: t('ideal'),
            of: ({ ideal }) => (
              <span className="text-fg-3">{ideal.toLocaleString(locale, { maximumFractionDigits: 1 })}</span>
            ),
          },
        ]}
      />
    </div>
  );
}

'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useFormat } from '@/components/layout/use-format';
import type { Burndown } from './burndown-shape';
import type { Measure } from './closure-data';
import { useMeasureText } from './use-measure-text';

const cell = 'border-line border-t px-2 py-1 text-right tabular-nums';

/** The burndown in figures. */
export function BurndownTable({ burndown, measure }: { burndown: Burndown; measure: Measure }) {
  const t = useTranslations('operations.closure.burndown');
  const format = useFormat();
  const locale = useLocale();
  const amount = useMeasureText();
  return (
    <div className="mt-1.5 mb-3 min-h-[190px]">
      <table className="w-full max-w-[520px] text-12">
        <caption className="sr-only">{t('title')}</caption>
        <thead className="text-11 text-fg-3">
          <tr>
            <th scope="col" className="py-1 text-left font-medium">
              {t('day')}
            </th>
            <th scope="col" className="px-2 py-1 text-right font-medium">
              {t('actual')}
            </th>
            <th scope="col" className="px-2 py-1 text-right font-medium">
              {t('ideal')}
            </th>
          </tr>
        </thead>
        <tbody>
          {burndown.days.map(({ day, left, ideal }) => (
            <tr key={day}>
              <th scope="row" className="border-line border-t py-1 text-left font-normal tabular-nums">
                {format.day(day)}
              </th>
              <td className={cell}>{amount(left, measure)}</td>
              <td className={`${cell} text-fg-3`}>
                {ideal.toLocaleString(locale, { maximumFractionDigits: 1 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

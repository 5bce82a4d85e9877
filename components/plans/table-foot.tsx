'use client';
import { useTranslations } from 'next-intl';
import { Kbd } from '@/components/ui/kbd';
import type { PlanItem } from './plan-data';

/** How many rows are shown, what of them is held back, and the keys of the table. */
export function TableFoot({ rows, total }: { rows: readonly PlanItem[]; total: number }) {
  const t = useTranslations('plans.foot');
  const held = rows.filter((item) => item.pile === 'needsReview').length;
  return (
    <div className="flex min-h-[34px] flex-none flex-wrap items-center gap-x-4 px-4 py-1 pl-5 text-12 text-fg-3 narrow:order-5 phone:order-3 phone:py-0 phone:pb-2 phone:pl-4">
      <span className="flex-1 tabular-nums">
        {held > 0 && held < rows.length
          ? t('shownHeld', { count: rows.length, total, held })
          : t('shown', { count: rows.length, total })}
      </span>
      <span className="flex items-center gap-1 narrow:hidden">
        <Kbd>J</Kbd> <Kbd>K</Kbd> {t('move')}
      </span>
      <span className="flex items-center gap-1 narrow:hidden">
        <Kbd>X</Kbd> {t('include')}
      </span>
      <span className="flex items-center gap-1 narrow:hidden">
        <Kbd>N</Kbd> {t('nextWarning')}
      </span>
      <span className="flex items-center gap-1 narrow:hidden">
        <Kbd>↵</Kbd> {t('notes')}
      </span>
    </div>
  );
}

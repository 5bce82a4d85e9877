'use client';
import { useTranslations } from 'next-intl';
import type { ClosureFiguresAnswer } from './closure-data';
import type { NoChartReason } from './figures-progress-reason';

/** In place of the burndown: how far the reading is, or why there is none. */
export function FiguresProgress({
  answer,
  missing,
}: {
  answer: ClosureFiguresAnswer | undefined;
  /** Why there is no chart although everything was read; null while it is not. */
  missing: NoChartReason | null;
}) {
  const t = useTranslations('operations.closure.figures');
  if (answer && (answer.state === 'tooMany' || missing !== null)) {
    return (
      <p className="py-4 text-12 text-fg-2">
        <b className="mr-2 font-medium text-fg">{t('notComputed')}</b>
        {missing === null ? t('tooMany', { count: answer.total }) : t(missing)}
      </p>
    );
  }
  const { read, total } = answer ?? { read: 0, total: 0 };
  const words = total > 0 ? t('reading', { read, total }) : t('readingFirst');
  const percent = total > 0 ? (read / total) * 100 : 0;
  return (
    <div className="flex h-[196px] max-w-[420px] flex-col justify-center">
      <p className="mb-2 text-12 text-fg-2 tabular-nums">{words}</p>
      <div
        role="progressbar"
        aria-label={t('label')}
        aria-valuemin={0}
        aria-valuemax={Math.max(1, total)}
        aria-valuenow={read}
        aria-valuetext={words}
        className="h-2 overflow-hidden rounded-full bg-surface-3"
      >
        <span
          className="block h-full bg-ink transition-[width] duration-panel"
          style={{ width: `${percent}%` }}
        />
      </div>
      <p className="mt-2 text-11 text-fg-3">{t('meanwhile')}</p>
    </div>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import type { StageStart } from './plan-view';

/** Which stage begins, and what has to be done before it. */
export function StageText({ stage: { place, of } }: { stage: StageStart }) {
  const t = useTranslations('plans.stage');
  return (
    <>
      <span className="font-medium text-12 text-fg-2">{t('title', { place, of })}</span>
      {place > 1 ? <span className="truncate text-11 text-fg-3">{t('after')}</span> : null}
    </>
  );
}

/** Row of the table before the first row of a stage. */
export function StageHead({
  stage,
  rowIndex,
  style,
}: {
  stage: StageStart;
  rowIndex: number;
  style: CSSProperties;
}) {
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={rowIndex}
      style={style}
      className="absolute left-0 h-[30px] w-full border-line border-b bg-surface-2"
    >
      <div role="rowheader" tabIndex={-1} className="flex h-full min-w-0 items-center gap-2 px-5">
        <StageText stage={stage} />
      </div>
    </div>
  );
}

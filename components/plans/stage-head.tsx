'use client';
import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import type { StageStart } from './plan-view';

/** Which stage begins, what it does, and what has to be done before it. */
export function StageText({ stage: { place, of }, name }: { stage: StageStart; name: string }) {
  const t = useTranslations('plans.stage');
  return (
    <>
      <span className="shrink-0 font-medium text-12 text-fg-2">{t('title', { place, of })}</span>
      {name ? <span className="min-w-0 truncate text-12">{name}</span> : null}
      {place > 1 ? <span className="truncate text-11 text-fg-3">{t('after')}</span> : null}
    </>
  );
}

/** Row of the table before the first row of a stage. */
export function StageHead({
  stage,
  name,
  rowIndex,
  style,
}: {
  stage: StageStart;
  /** What it does. */
  name: string;
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
        <StageText stage={stage} name={name} />
      </div>
    </div>
  );
}

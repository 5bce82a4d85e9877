'use client';
import { useTranslations } from 'next-intl';
import { useSentences } from '@/components/layout/use-sentences';
import { Segmented } from '@/components/ui/segmented';
import type { Pace } from './run-data';

interface PacePanelProps {
  pace: Pace;
  /** Items per second over the last ones; null before two have ended. */
  perSecond: number | null;
  /** Mean round trip of a write; null before the first. */
  averageCallMs: number | null;
  disabled: boolean;
  onPace: (pace: Pace) => void;
}

/** How fast the run writes; it may be switched while it runs. */
export function PacePanel({ pace, perSecond, averageCallMs, disabled, onPace }: PacePanelProps) {
  const t = useTranslations('runs.pace');
  const common = useTranslations('common.pace');
  const sentences = useSentences();
  return (
    <section className="border-line border-b px-4 py-3.5 phone:py-3">
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 className="font-semibold text-13">{t('title')}</h2>
        {perSecond === null ? null : (
          <p className="text-12 text-fg-3 tabular-nums">{t('perSecond', { rate: perSecond })}</p>
        )}
      </div>
      <Segmented
        label={t('title')}
        value={pace}
        onValueChange={onPace}
        options={[
          { value: 'limit', label: common('limit'), disabled },
          { value: 'gentle', label: common('gentle'), disabled },
        ]}
      />
      <p className="mt-1.5 text-11 text-fg-3 leading-[18px]">
        {sentences(t(pace), averageCallMs === null ? null : t('average', { ms: Math.round(averageCallMs) }))}
      </p>
    </section>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { fillOf } from './outcome-look';
import type { Segment } from './progress-segments';
import { useOutcomeWords } from './use-outcome-words';

interface ProgressBarProps {
  segments: readonly Segment[];
  total: number;
  over: boolean;
  waiting: boolean;
}

/** The run as one bar, a stretch per outcome. The rest is hatched while nothing is sent. */
export function ProgressBar({ segments, total, over, waiting }: ProgressBarProps) {
  const t = useTranslations('runs');
  const words = useOutcomeWords();
  const left = segments.find(({ key }) => key === 'left')?.count ?? 0;
  return (
    <div
      role="progressbar"
      aria-label={t('progressLabel')}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={total - left}
      aria-valuetext={t('progressText', { processed: total - left, total, words: words(segments) })}
      className="flex h-3.5 gap-0.5"
    >
      {segments.map(({ key, count }) => (
        <span
          key={key}
          style={{ flexGrow: count }}
          className={cn(
            'block min-w-1 basis-0 rounded-[2px] transition-[flex-grow] duration-panel first:rounded-l-full last:rounded-r-full',
            fillOf(key, over),
            key === 'left' &&
              waiting &&
              'bg-[repeating-linear-gradient(135deg,var(--surface-3)_0_5px,var(--warn-soft)_5px_10px)]',
          )}
        />
      ))}
    </div>
  );
}

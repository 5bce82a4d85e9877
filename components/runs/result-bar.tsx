'use client';
import { useLocale } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { fillOf } from './outcome-look';
import { progressSegments } from './progress-segments';
import type { RunSummary } from './run-data';
import { isOver } from './run-state';
import { useOutcomeWords } from './use-outcome-words';

/** A run's result in one line: a small bar, `114/118`, and the outcomes in words. */
export function ResultBar({ run }: { run: RunSummary }) {
  const locale = useLocale();
  const words = useOutcomeWords();
  const segments = progressSegments(run.counts);
  const done = segments.filter(({ key }) => key !== 'left');
  const over = isOver(run);
  return (
    <span className="flex items-center gap-2">
      <span
        aria-hidden
        className="flex h-1.5 w-[46px] shrink-0 gap-[1.5px] overflow-hidden rounded-[3px] bg-surface-3"
      >
        {segments.map(({ key, count }) => (
          <span
            key={key}
            style={{ flexGrow: count }}
            className={cn('basis-0', key !== 'left' && 'min-w-px', fillOf(key, over))}
          />
        ))}
      </span>
      <span className="whitespace-nowrap text-12 tabular-nums" title={words(segments)}>
        {run.counts.applied.toLocaleString(locale)}
        <span className="text-fg-3">/{run.total.toLocaleString(locale)}</span>
      </span>
      <span className="sr-only">{words(done)}</span>
    </span>
  );
}

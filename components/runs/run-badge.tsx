'use client';
import { useTranslations } from 'next-intl';
import type { RunSummary } from './run-data';
import { isOver } from './run-state';

/** The state of a run in a word; a plum dot while it is live. */
export function RunBadge({ run }: { run: RunSummary }) {
  const t = useTranslations('runs.state');
  const live = !isOver(run);
  const word = live && run.state === 'running' && run.waitReason !== null ? t('waiting') : t(run.state);
  return (
    <span className="flex items-center gap-2 whitespace-nowrap text-12">
      {live ? (
        <span
          aria-hidden
          className="size-1.5 shrink-0 rounded-full bg-accent shadow-[0_0_0_3px_var(--accent-soft-2)]"
        />
      ) : null}
      <span className={live ? undefined : 'text-fg-3'}>{word}</span>
    </span>
  );
}

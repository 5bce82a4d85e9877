'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useFormat } from '@/components/layout/use-format';
import { useSentences } from '@/components/layout/use-sentences';
import { ProgressBar } from './progress-bar';
import { progressSegments } from './progress-segments';
import type { RunDetail } from './run-data';
import { isOver, isWaiting, processedOf } from './run-state';
import { useWaitText } from './use-wait-text';
import { waitLook } from './wait-look';

interface RunHeroProps {
  run: RunDetail;
  title: string;
  /** Seconds until the end; null when nobody can say. */
  eta: number | null;
  /** ms; null in the first paint. */
  now: number | null;
}

/** How far the run is: the figure one sees from across the room, and the bar. */
export function RunHero({ run, title, eta, now }: RunHeroProps) {
  const t = useTranslations('runs');
  const locale = useLocale();
  const format = useFormat();
  const over = isOver(run);
  const waiting = isWaiting(run);
  // Waiting for a sign-in ends with the sign-in, not with the next look at it.
  const resumes = waiting && run.waitReason !== 'needsSignIn';
  const waitText = useWaitText();
  const WaitIcon = run.waitReason === null ? null : waitLook[run.waitReason].icon;
  const shown = over ? run.counts.applied : processedOf(run);
  return (
    <section aria-label={t('progressLabel')} className="px-7 pt-5.5 pb-5 phone:px-4 phone:pt-4.5 phone:pb-4">
      <div className="mb-3 flex items-baseline gap-x-3.5 gap-y-0.5 phone:flex-wrap phone:gap-x-2.5">
        <p className="whitespace-nowrap">
          <span className="font-semibold text-40 tracking-[-.03em] tabular-nums phone:text-[44px]">
            {shown.toLocaleString(locale)}
          </span>
          <span className="ml-1.5 font-medium text-16 text-fg-2 tabular-nums">
            {over ? t('ofUpdated', { total: run.total }) : t('of', { total: run.total })}
          </span>
        </p>
        <div className="min-w-0 flex-1 phone:order-3 phone:w-full phone:flex-none">
          {waiting && run.waitReason && WaitIcon ? (
            <p className="flex items-start gap-1.5 text-warn">
              <WaitIcon size={14} aria-hidden className="mt-[3px] shrink-0" />
              {waitText.text(run.waitReason, run.waitDetail)}
            </p>
          ) : (
            <p className="truncate text-fg-2" title={title}>
              {over ? <EndSentence run={run} /> : title}
            </p>
          )}
        </div>
        <p className="whitespace-nowrap text-13 text-fg-2 tabular-nums phone:ml-auto">
          {resumes && run.waitUntil !== null && now !== null
            ? t('resumesIn', {
                duration: format.duration(Math.max(0, (Date.parse(run.waitUntil) - now) / 1000)),
              })
            : over || waiting || eta === null || run.state !== 'running'
              ? null
              : t('left', { duration: format.duration(eta) })}
        </p>
      </div>
      <ProgressBar segments={progressSegments(run.counts)} total={run.total} over={over} waiting={waiting} />
    </section>
  );
}

function EndSentence({ run }: { run: RunDetail }) {
  const t = useTranslations('runs');
  const sentences = useSentences();
  const format = useFormat();
  const { rejected, conflict, unknown } = run.counts;
  const open = rejected + conflict + unknown;
  const seconds =
    run.startedAt && run.endedAt ? (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000 : 0;
  const duration = format.duration(Math.max(1, seconds));
  const cancelled = run.state === 'cancelled';
  const { applied } = run.counts;
  return sentences(
    cancelled ? t('endCancelled', { duration }) : t('endDone', { duration }),
    cancelled && applied > 0 ? t('endStays', { count: applied }) : null,
    open > 0 ? t('endOpen', { count: open }) : null,
  );
}

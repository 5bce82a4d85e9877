'use client';
import { Play, RotateCcw, SkipForward, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import type { RunDetail } from './run-data';
import { canRetry } from './run-state';
import { signInAgainPath } from './sign-in-again';
import type { RunControls } from './use-run-controls';
import { useWaitText } from './use-wait-text';
import { endsByItself, holdsArchive, stepOf, type Wait, type WaitStep } from './wait-look';

interface WaitBandProps {
  run: RunDetail;
  wait: Wait;
  controls: RunControls;
}

/** What a person has to do so that a waiting run goes on. Nothing for waits that end by themselves. */
export function WaitBand({ run, wait, controls }: WaitBandProps) {
  const text = useWaitText();
  const step = stepOf(wait);
  if (endsByItself(wait)) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-warn-line border-t bg-warn-soft px-7 py-2 text-12 leading-[19px] phone:px-4"
    >
      <p className="flex min-w-[min(100%,300px)] flex-1 items-start gap-2.5">
        <TriangleAlert size={16} aria-hidden className="mt-px shrink-0 text-warn" />
        {text.fix(wait)}
      </p>
      {holdsArchive(wait) ? (
        <HeldArchiveButtons run={run} controls={controls} />
      ) : step === null ? null : (
        <StepButton step={step} run={run} controls={controls} />
      )}
    </div>
  );
}

function StepButton({ step, run, controls }: { step: WaitStep; run: RunDetail; controls: RunControls }) {
  const t = useTranslations('runs');
  const { host } = useSpace();
  if (step === 'signIn') {
    return (
      <Button asChild tone="ink" className="phone:h-11">
        <Link href={signInAgainPath(host, run.id)}>{t('signIn')}</Link>
      </Button>
    );
  }
  return (
    <Button
      disabled={controls.pending !== null}
      onClick={() => controls.send({ kind: 'resume' })}
      className="phone:h-11"
    >
      <Play size={14} aria-hidden />
      {step === 'tryNow' ? t('tryNow') : t('resume')}
    </Button>
  );
}

/** Complete success first, or the end without archiving: what going on means here is said on the button. */
function HeldArchiveButtons({ run, controls }: Pick<WaitBandProps, 'run' | 'controls'>) {
  const t = useTranslations('runs');
  const busy = controls.pending !== null;
  return (
    <>
      {canRetry(run) && run.held < run.counts.rejected ? (
        <Button
          tone="ink"
          disabled={busy}
          onClick={() => controls.send({ kind: 'retry' })}
          className="phone:h-11"
        >
          <RotateCcw size={14} aria-hidden />
          {t('retryFailed', { count: run.counts.rejected - run.held })}
        </Button>
      ) : null}
      <Button disabled={busy} onClick={() => controls.send({ kind: 'resume' })} className="phone:h-11">
        <SkipForward size={14} aria-hidden />
        {t(run.waitDetail?.holds === 'archive' ? 'endWithoutArchive' : 'endHeld')}
      </Button>
    </>
  );
}

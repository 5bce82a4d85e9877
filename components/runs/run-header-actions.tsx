'use client';
import { Pause, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { useShortcuts } from '@/components/layout/use-shortcuts';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { CancelDialog } from './cancel-dialog';
import type { RunDetail } from './run-data';
import { isOver } from './run-state';
import type { useRunControls } from './use-run-controls';

interface RunHeaderActionsProps {
  run: RunDetail;
  controls: ReturnType<typeof useRunControls>;
}

/** Who approved when, and the two buttons of a live run. */
export function RunHeaderActions({ run, controls }: RunHeaderActionsProps) {
  const t = useTranslations('runs');
  const format = useFormat();
  const { me } = useSpace();
  const paused = run.state === 'paused';
  const live = !isOver(run) && run.state !== 'cancelling';
  const busy = controls.pending !== null;
  const toggle = () => controls.send({ kind: paused ? 'resume' : 'pause' });
  useShortcuts({ p: live && !busy ? toggle : undefined });
  return (
    <>
      <p className="flex items-center gap-1.5 whitespace-nowrap text-12 text-fg-3 phone:hidden">
        <Avatar name={run.approvedBy} id={run.approvedBy === me.name ? me.id : null} />
        {t('approvedBy', { name: run.approvedBy })}
        <span className="tabular-nums">{format.time(run.approvedAt, true)}</span>
      </p>
      {live ? (
        <>
          <Button onClick={toggle} disabled={busy} aria-keyshortcuts="P" className="phone:h-9">
            {paused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
            {paused ? t('resume') : t('pause')}
          </Button>
          <CancelDialog
            applied={run.counts.applied}
            left={run.counts.left}
            disabled={busy}
            onCancel={() => controls.send({ kind: 'cancel' })}
          />
        </>
      ) : null}
      {run.state === 'cancelling' ? <span className="text-12 text-fg-2">{t('cancelling')}</span> : null}
    </>
  );
}

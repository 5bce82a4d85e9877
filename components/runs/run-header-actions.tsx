'use client';
import { Pause, Play, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { useShortcuts } from '@/components/layout/use-shortcuts';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { CancelDialog } from './cancel-dialog';
import { EvidenceMenu } from './evidence/evidence-menu';
import type { RunDetail } from './run-data';
import { isOver } from './run-state';
import type { DraftPlan } from './use-draft-plan';
import type { RunControls } from './use-run-controls';
import { stepOf, waitOf } from './wait-look';

interface RunHeaderActionsProps {
  run: RunDetail;
  controls: RunControls;
  draft: DraftPlan;
}

/** Who approved when; pause and cancel of a live run, undo of one that has ended. */
export function RunHeaderActions({ run, controls, draft }: RunHeaderActionsProps) {
  const t = useTranslations('runs');
  const format = useFormat();
  const { me } = useSpace();
  const paused = run.state === 'paused';
  const wait = waitOf(run);
  // The band about the wait offers to go on, beside what has to be done first.
  const bandResumes = wait?.paused && stepOf(wait) === 'resume';
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
      <EvidenceMenu runId={run.id} />
      {live ? (
        <>
          {bandResumes ? null : (
            <Button onClick={toggle} disabled={busy} aria-keyshortcuts="P" className="phone:h-9">
              {paused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
              {paused ? t('resume') : t('pause')}
            </Button>
          )}
          <CancelDialog
            applied={run.counts.applied}
            left={run.counts.left}
            disabled={busy}
            onCancel={() => controls.send({ kind: 'cancel' })}
          />
        </>
      ) : null}
      {isOver(run) && run.undoable > 0 ? (
        <Button
          disabled={draft.pending !== null}
          onClick={() => draft.make({ kind: 'undo' })}
          className="phone:h-9"
        >
          {draft.pending === 'undo' ? <Spinner className="size-3.5" /> : <Undo2 size={14} aria-hidden />}
          {t('undo.button', { count: run.undoable })}
        </Button>
      ) : null}
      {run.state === 'cancelling' ? <span className="text-12 text-fg-2">{t('cancelling')}</span> : null}
    </>
  );
}

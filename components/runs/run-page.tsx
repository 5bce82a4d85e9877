'use client';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ErrorCallout } from '@/components/layout/error-callout';
import { readErrorOf } from '@/components/layout/fetch-result';
import { PageFrame } from '@/components/layout/page-frame';
import { useSpace } from '@/components/layout/space-provider';
import { useSentences } from '@/components/layout/use-sentences';
import { RecordLink } from '@/components/operations/closure/record/record-link';
import { usePlanTitle } from '@/components/plans/use-plan-title';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import { AttentionList } from './attention-list';
import { ChangedFields } from './changed-fields';
import { OutcomeFigures } from './outcome-figures';
import { PacePanel } from './pace-panel';
import { outcomeFigures } from './progress-segments';
import { QuotaPanel } from './quota-panel';
import { RelatedRuns } from './related-runs';
import { RemainingPanel } from './remaining/remaining-panel';
import type { RunActions, RunDetail } from './run-data';
import { RunHeaderActions } from './run-header-actions';
import { RunHero } from './run-hero';
import { RunLog } from './run-log';
import { appliedItemsOptions, runLogOptions } from './run-query';
import { appliedPerField, isOver, itemsPerSecond, needingAttention } from './run-state';
import { type DraftPlan, useDraftPlan } from './use-draft-plan';
import { type Connection, useLiveRun } from './use-live-run';
import { useOpenItems } from './use-open-items';
import { useProgressAnnouncer } from './use-progress-announcer';
import { type RunControls, useRunControls } from './use-run-controls';
import { useWaitText } from './use-wait-text';
import { WaitBand } from './wait-band';
import { endsByItself, waitOf } from './wait-look';

/** One run, live: how far it is, what it could not do, and what it did. */
export function RunPage({ runId, actions }: { runId: string; actions: RunActions }) {
  const t = useTranslations('runs');
  const common = useTranslations('common');
  const { host } = useSpace();
  const { run, error, connection, refetch } = useLiveRun(host, runId);
  const controls = useRunControls(host, runId, actions);
  const draft = useDraftPlan(runId, actions);
  const problem = controls.error ?? draft.error;
  return (
    <PageFrame
      title={
        <>
          <Link href={`/${host}/runs`} className="hover:text-fg phone:hidden">
            {t('title')}
          </Link>
          <ChevronRight size={12} aria-hidden className="shrink-0 phone:hidden" />
          <h1>{run ? t('runTitle', { number: String(run.planNumber) }) : t('title')}</h1>
        </>
      }
      actions={run ? <RunHeaderActions run={run} controls={controls} draft={draft} /> : null}
    >
      {problem ? <ErrorCallout error={problem} className="m-4 flex-none" /> : null}
      {error && !run ? (
        <ErrorCallout
          error={readErrorOf(error)}
          className="m-4 flex-none"
          action={<Button onClick={() => void refetch()}>{common('retry')}</Button>}
        />
      ) : null}
      {run ? (
        <RunBody run={run} connection={connection} controls={controls} draft={draft} actions={actions} />
      ) : null}
    </PageFrame>
  );
}

interface RunBodyProps {
  run: RunDetail;
  connection: Connection;
  controls: RunControls;
  draft: DraftPlan;
  actions: RunActions;
}

function RunBody({ run, connection, controls, draft, actions }: RunBodyProps) {
  const t = useTranslations('runs');
  const { host } = useSpace();
  const titleOf = usePlanTitle();
  const now = useNow();
  const over = isOver(run);
  const wait = waitOf(run);
  const said = useProgressAnnouncer(run, now);
  const log = useQuery(runLogOptions(host, run.id, over)).data?.items;
  const open = useOpenItems(host, run.id, run.counts);
  const applied = useQuery(appliedItemsOptions(host, run.id, over, run.counts.applied)).data?.items;

  const attention = useMemo(
    () => needingAttention(log ?? [], applied ?? [], open ?? []),
    [log, applied, open],
  );
  const perSecond = useMemo(
    () => itemsPerSecond((log ?? []).slice(0, 20).map((item) => Date.parse(item.endedAt ?? ''))),
    [log],
  );
  const fields = useMemo(() => (applied ? appliedPerField(run, applied) : []), [run, applied]);
  return (
    <div className="relative grid min-h-0 flex-1 overflow-y-auto wide:grid-cols-[minmax(0,1fr)_316px] narrow:content-start">
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <p aria-live="assertive" className="sr-only">
        {connection === 'lost' ? t('connectionLost') : ''}
      </p>
      <div className="relative min-w-0 wide:min-h-0 wide:overflow-y-auto phone:contents">
        <div className="phone:order-1">
          {connection === 'lost' ? (
            <p className="bg-warn-soft px-7 py-1.5 text-12 text-warn phone:px-4">{t('connectionLost')}</p>
          ) : null}
          <RunHero
            run={run}
            title={titleOf(run)}
            eta={run.counts.left > 0 ? run.estimates[run.pace] : null}
            now={now}
          />
          {wait ? <WaitBand run={run} wait={wait} controls={controls} /> : null}
          <RelatedRuns run={run} />
          <OutcomeFigures figures={outcomeFigures(run.counts)} over={over} held={run.held} />
          <Notes run={run} />
          {run.kind === 'closure' ? <RecordLink runId={run.id} /> : null}
        </div>
        <div className="phone:order-3">
          {over && run.kind === 'handover' ? <RemainingPanel run={run} keep={actions.keepIssues} /> : null}
          <AttentionList
            run={run}
            items={log && open ? attention : undefined}
            controls={controls}
            draft={draft}
            actions={actions}
          />
          {over ? <ChangedFields fields={fields} /> : null}
        </div>
      </div>
      <aside
        aria-label={t('asideLabel')}
        className="relative border-line bg-bg wide:overflow-y-auto wide:border-l narrow:border-t phone:order-2 phone:border-t-0 phone:bg-surface"
      >
        <div className="narrow:grid narrow:grid-cols-2 phone:block">
          <QuotaPanel quota={run.quota} now={now} />
          {over ? null : (
            <PacePanel
              pace={run.pace}
              perSecond={perSecond}
              averageCallMs={run.averageCallMs}
              disabled={run.state === 'cancelling' || controls.pending !== null}
              onPace={(pace) => controls.send({ kind: 'pace', pace })}
            />
          )}
        </div>
        <RunLog items={log} />
      </aside>
    </div>
  );
}

/** What is worth knowing beside the figures: that it goes on without the tab, what can be taken back, what was checked. */
function Notes({ run }: { run: RunDetail }) {
  const t = useTranslations('runs');
  const sentences = useSentences();
  const waitText = useWaitText();
  const wait = waitOf(run);
  const over = isOver(run);
  const text = sentences(
    wait && endsByItself(wait) ? waitText.fix(wait) : null,
    over || run.state === 'paused' ? null : t('mayClose'),
    ...(over ? undoNotes(run, t) : []),
    run.verified > 0 ? t('verified', { count: run.verified }) : null,
  );
  if (text === '') return null;
  return <p className="border-line border-b px-7 py-1.5 text-12 text-fg-3 phone:px-4">{text}</p>;
}

/** What an undo could take back, and that comments stay. */
function undoNotes({ undoable, counts }: RunDetail, t: ReturnType<typeof useTranslations<'runs'>>) {
  if (counts.applied === 0) return [];
  if (undoable === 0) return [t('undo.onlyComments')];
  return [t('undo.note', { count: undoable }), undoable < counts.applied ? t('undo.commentsStay') : null];
}

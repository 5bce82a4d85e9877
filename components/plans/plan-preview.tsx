'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { ErrorCallout } from '@/components/layout/error-callout';
import { useSpace } from '@/components/layout/space-provider';
import { phoneQuery, useMedia } from '@/components/ui/use-media';
import { useNow } from '@/components/ui/use-now';
import { approvalObstacle } from './approval-obstacle';
import { ApproveBar } from './approve-bar';
import { ConfirmDeleteDialog, deletionKinds, deletionsOf } from './confirm-delete-dialog';
import { DiffCards } from './diff-cards';
import { DiffGrid } from './diff-grid';
import { FixProvider } from './fix-context';
import { fixesByIssue, fixLines, withNames } from './fix-lines';
import { PileFigures } from './pile-figures';
import type { Pace, PlanActions, PlanDetail, PlanDisplay, PlanSummary } from './plan-data';
import { PlanHead } from './plan-head';
import { planOptions } from './plan-query';
import { PlanRail } from './plan-rail';
import {
  columnsOf,
  customDiffsOf,
  fieldsOfPlan,
  openingPile,
  type PlanView,
  rowsInView,
  stagesOf,
} from './plan-view';
import { SourceNotice } from './source-notice';
import { StaleBand } from './stale-band';
import { TableFoot } from './table-foot';
import { useDisplayTicket } from './use-display-ticket';
import { useFixes } from './use-fixes';
import { useInclusion } from './use-inclusion';
import { usePlanSteps } from './use-plan-steps';
import { useStageNames } from './use-stage-names';
import { ViewTools } from './view-tools';

interface PlanPreviewProps {
  plan: PlanDetail;
  actions: PlanActions;
  /** A new revision took this one's place; its rows may be known already. */
  onRevised: (revised: PlanDetail | PlanSummary) => void;
  /** The plan on the server is no longer what is on screen. */
  onOutdated: () => void;
}

const nothingStale: Pick<PlanDisplay, 'stale' | 'staleSteps'> = { stale: [], staleSteps: [] };

/** A plan that is ready: what would change, row by row, and the button that does it. */
export function PlanPreview({ plan, actions, onRevised, onOutdated }: PlanPreviewProps) {
  const t = useTranslations('plans');
  const { host, canWrite } = useSpace();
  const router = useRouter();
  const client = useQueryClient();
  const phone = useMedia(phoneQuery);
  const now = useNow(10_000);
  const scrollRef = useRef<HTMLDivElement>(null);
  const inclusion = useInclusion(plan, host, actions.setIncluded, onRevised, onOutdated);
  const { items } = inclusion;

  const [view, setView] = useState<PlanView>(() => ({ pile: openingPile(plan.counts), field: null }));
  const fixes = useFixes(plan, host, actions.fix, {
    saving: inclusion.saving,
    revised: (detail) => {
      onRevised(detail);
      // The last warning of a pile takes the pile with it.
      setView((shown) =>
        detail.counts[shown.pile] > 0 ? shown : { pile: openingPile(detail.counts), field: null },
      );
    },
    refused: (error) => {
      if (error.code.startsWith('PLAN_')) onOutdated();
    },
  });
  const [columns, setColumns] = useState<'changed' | 'all'>('changed');
  const [chosenPace, setPace] = useState<Pace | null>(null);
  const pace = chosenPace ?? plan.defaultPace;

  const expired = now !== null && Date.parse(plan.expiresAt) <= now;
  const ticket = useDisplayTicket(host, plan, actions.show, canWrite && !expired);
  const planProblem = ticket.error?.code.startsWith('PLAN_') ? ticket.error.code : null;
  const outdated = useEffectEvent(onOutdated);
  useEffect(() => {
    if (planProblem !== null) outdated();
  }, [planProblem]);
  const { stale: staleRows, staleSteps } = ticket.display ?? nothingStale;
  const stale = useMemo(() => {
    // Where a value is gone, the issues themselves are as they were.
    const things = staleSteps.filter(({ what }) => what !== 'value');
    return new Set([...staleRows, ...things].map(({ issueId }) => issueId));
  }, [staleRows, staleSteps]);
  const includedCount = useMemo(() => items.filter((item) => item.included).length, [items]);
  const ticketAlive = ticket.display !== null && (now === null || Date.parse(ticket.display.expiresAt) > now);
  const obstacle = approvalObstacle({
    canWrite,
    expired,
    staleCount: staleRows.length,
    staleStepCount: staleSteps.length,
    saving: inclusion.saving || fixes.busy,
    includedCount,
    displayFailed: ticket.error !== null && !ticket.checking,
    displayed: ticketAlive,
  });
  const steps = usePlanSteps(host, plan.id, actions, {
    approved: (runId) => {
      // Coming back here has to show that the plan was approved.
      void client.invalidateQueries({ queryKey: planOptions(host, plan.id).queryKey, refetchType: 'none' });
      router.push(`/${host}/runs/${runId}`);
    },
    refreshed: onRevised,
    refused: (error) => {
      // What has become of the milestones of a closure is said by the band.
      const looksAgain = /^(PLAN_STALE|TICKET_EXPIRED|MILESTONE_.+|CLOSURE_UNDER_WAY)$/;
      if (looksAgain.test(error.code)) ticket.renew();
      else onOutdated();
    },
  });

  const deletions = useMemo(() => deletionsOf(items), [items]);
  const [confirming, setConfirming] = useState(false);
  const approve = () => {
    if (obstacle !== null || ticket.display === null || plan.digest === null) return;
    const { ticketId } = ticket.display;
    const confirmed = deletions.length > 0 ? { confirmed: deletionKinds(deletions) } : {};
    steps.approve({ digest: plan.digest, ticketId, pace, ...confirmed });
  };

  const rows = useMemo(() => rowsInView(items, view), [items, view]);
  const fields = useMemo(() => columnsOf(fieldsOfPlan(plan.items), columns === 'all'), [columns, plan.items]);
  const customs = useMemo(() => customDiffsOf(plan.items), [plan.items]);
  const stages = useMemo(() => stagesOf(plan.items), [plan.items]);
  const stageNames = useStageNames(items, stages);

  const frozen = !canWrite || expired || steps.approving || steps.refreshing || fixes.busy;
  const named = useMemo(() => withNames(plan.fixes, plan.items), [plan.fixes, plan.items]);
  const control = {
    plan,
    lines: useMemo(() => fixLines(named), [named]),
    fixed: useMemo(() => fixesByIssue(named), [named]),
    apply: fixes.apply,
    takeBack: fixes.takeBack,
    busy: fixes.busy,
    disabled: frozen,
    onInclude: inclusion.set,
  };
  const list = {
    rows,
    fields,
    customs,
    stages,
    stageNames,
    pile: view.pile,
    stale,
    disabled: frozen,
    onInclude: inclusion.set,
  };
  const problem = steps.error ?? fixes.error ?? inclusion.error ?? ticket.error;
  return (
    <FixProvider value={control}>
      <div
        ref={scrollRef}
        className="min-h-0 flex-1 wide:grid wide:grid-cols-[minmax(0,1fr)_316px] narrow:flex narrow:flex-col phone:block phone:overflow-y-auto"
      >
        <div className="contents phone:flex phone:min-h-full phone:flex-col">
          <section
            aria-label={t('changesLabel')}
            className="wide:flex wide:min-h-0 wide:min-w-0 wide:flex-col narrow:contents"
          >
            {problem ? (
              <ErrorCallout
                error={problem}
                className="flex-none rounded-none border-x-0 border-t-0 px-5 phone:px-4 narrow:order-1"
              />
            ) : null}
            {canWrite && (expired || staleRows.length + staleSteps.length > 0) ? (
              <StaleBand
                stale={staleRows}
                steps={staleSteps}
                expired={expired}
                refreshing={steps.refreshing}
                onRefresh={steps.refresh}
              />
            ) : null}
            <SourceNotice plan={plan} />
            <PileFigures
              counts={plan.counts}
              items={items}
              pile={view.pile}
              onPile={(pile) => setView({ pile, field: null })}
            />
            <ViewTools
              items={items}
              field={view.field}
              onField={(field) => setView({ ...view, field })}
              columns={columns}
              onColumns={setColumns}
            />
            {phone ? <DiffCards {...list} scrollRef={scrollRef} /> : <DiffGrid {...list} />}
            <TableFoot rows={rows} total={items.length} />
          </section>
          <aside
            aria-label={t('approvalLabel')}
            className="border-line bg-bg wide:overflow-y-auto wide:border-l narrow:contents"
          >
            <PlanHead plan={plan} items={items} />
            <ApproveBar
              count={includedCount}
              steps={items.filter((item) => item.included && item.step).length}
              obstacle={obstacle}
              approving={steps.approving}
              onApprove={() => (deletions.length > 0 ? setConfirming(true) : approve())}
            />
            <ConfirmDeleteDialog
              open={confirming}
              onOpenChange={setConfirming}
              deletions={deletions}
              count={includedCount}
              onConfirm={approve}
            />
            <PlanRail
              plan={plan}
              items={items}
              calls={includedCount}
              pace={pace}
              onPace={setPace}
              expired={expired}
              outcome={fixes.outcome}
              onShow={(pile) => setView({ pile, field: null })}
            />
          </aside>
        </div>
      </div>
    </FixProvider>
  );
}

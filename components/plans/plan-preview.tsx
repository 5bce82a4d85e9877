'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { ErrorCallout } from '@/components/layout/error-callout';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { phoneQuery, useMedia } from '@/components/ui/use-media';
import { useNow } from '@/components/ui/use-now';
import { approvalObstacle } from './approval-obstacle';
import { ApproveBar } from './approve-bar';
import { CallBudget } from './call-budget';
import { ConfirmDeleteDialog, deletionsOf } from './confirm-delete-dialog';
import { DiffCards } from './diff-cards';
import { DiffGrid } from './diff-grid';
import { EffectList } from './effect-list';
import { PaceChoice } from './pace-choice';
import { PileFigures } from './pile-figures';
import type { Pace, PlanActions, PlanDetail, PlanSummary } from './plan-data';
import { PlanHead } from './plan-head';
import { planOptions } from './plan-query';
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
import { StopLine } from './stop-line';
import { TableFoot } from './table-foot';
import { useDisplayTicket } from './use-display-ticket';
import { useInclusion } from './use-inclusion';
import { usePlanSteps } from './use-plan-steps';
import { ViewTools } from './view-tools';
import { WarningList } from './warning-list';

interface PlanPreviewProps {
  plan: PlanDetail;
  actions: PlanActions;
  /** A new revision took this one's place; its rows may be known already. */
  onRevised: (revised: PlanDetail | PlanSummary) => void;
  /** The plan on the server is no longer what is on screen. */
  onOutdated: () => void;
}

/** A plan that is ready: what would change, row by row, and the button that does it. */
export function PlanPreview({ plan, actions, onRevised, onOutdated }: PlanPreviewProps) {
  const t = useTranslations('plans');
  const { host, canWrite } = useSpace();
  const format = useFormat();
  const router = useRouter();
  const client = useQueryClient();
  const phone = useMedia(phoneQuery);
  const now = useNow(10_000);
  const scrollRef = useRef<HTMLDivElement>(null);
  const inclusion = useInclusion(plan, host, actions.setIncluded, onRevised, onOutdated);
  const { items } = inclusion;

  const [view, setView] = useState<PlanView>(() => ({ pile: openingPile(plan.counts), field: null }));
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
  const staleRows = ticket.display?.stale ?? [];
  const stale = useMemo(() => new Set(ticket.display?.stale.map((issue) => issue.issueId)), [ticket.display]);
  const includedCount = useMemo(() => items.filter((item) => item.included).length, [items]);
  const ticketAlive = ticket.display !== null && (now === null || Date.parse(ticket.display.expiresAt) > now);
  const obstacle = approvalObstacle({
    canWrite,
    expired,
    staleCount: staleRows.length,
    saving: inclusion.saving,
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
      if (error.code === 'PLAN_STALE' || error.code === 'TICKET_EXPIRED') ticket.renew();
      else onOutdated();
    },
  });

  const deletions = useMemo(() => deletionsOf(items), [items]);
  const [confirming, setConfirming] = useState(false);
  const approve = () => {
    if (obstacle !== null || ticket.display === null || plan.digest === null) return;
    const { ticketId } = ticket.display;
    const confirmed = deletions.length > 0 ? { confirmed: ['deleteMilestone' as const] } : {};
    steps.approve({ digest: plan.digest, ticketId, pace, ...confirmed });
  };

  const rows = useMemo(() => rowsInView(items, view), [items, view]);
  const fields = useMemo(() => columnsOf(fieldsOfPlan(plan.items), columns === 'all'), [columns, plan.items]);
  const customs = useMemo(() => customDiffsOf(plan.items), [plan.items]);
  const stages = useMemo(() => stagesOf(plan.items), [plan.items]);

  const frozen = !canWrite || expired || steps.approving || steps.refreshing;
  const list = {
    rows,
    fields,
    customs,
    stages,
    pile: view.pile,
    stale,
    disabled: frozen,
    onInclude: inclusion.set,
  };
  const problem = steps.error ?? inclusion.error ?? ticket.error;
  return (
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
          {canWrite && (expired || staleRows.length > 0) ? (
            <StaleBand
              stale={staleRows}
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
          <div className="narrow:order-2 narrow:grid narrow:flex-none narrow:grid-cols-3 narrow:border-line narrow:border-b narrow:bg-bg phone:block">
            <div>
              <PaceChoice pace={pace} onPace={setPace} estimates={plan.estimates} />
              <StopLine />
            </div>
            <CallBudget calls={includedCount} known={plan.quota} />
            <div className="narrow:max-h-[176px] narrow:overflow-y-auto phone:max-h-none phone:overflow-visible">
              <WarningList
                items={items}
                disabled={frozen}
                onInclude={inclusion.set}
                onShow={() => setView({ pile: 'needsReview', field: null })}
              />
              <EffectList items={items} changes={plan.changes} />
              <p className="border-line border-t px-4 py-3 text-11 text-fg-3 tabular-nums narrow:border-t-0">
                {expired
                  ? t('expiredAt', { at: format.instant(plan.expiresAt) })
                  : t('expiresAt', { at: format.instant(plan.expiresAt) })}
              </p>
            </div>
          </div>
        </aside>
      </div>
    </div>
  );
}

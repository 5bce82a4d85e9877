'use client';
import { GitMergeConflict, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import { AttentionItem } from './attention-item';
import { ConflictsDialog } from './conflicts-dialog';
import { retryOf } from './held-items';
import type { RunActions, RunDetail, RunItem } from './run-data';
import { canRetry, isOver } from './run-state';
import type { DraftPlan } from './use-draft-plan';
import type { RunControls } from './use-run-controls';
import { holdsArchive, waitOf } from './wait-look';

const PAGE = 50;
const kinds = ['rejected', 'conflict', 'unknown', 'applied'] as const;
type Shown = 'all' | (typeof kinds)[number];

interface AttentionListProps {
  run: RunDetail;
  /** Undefined until they are read. */
  items: readonly RunItem[] | undefined;
  controls: RunControls;
  draft: DraftPlan;
  actions: RunActions;
}

/** Items that were not done, or stored otherwise than sent, with what can be done about each kind of them. */
export function AttentionList({ run, items: known, controls, draft, actions }: AttentionListProps) {
  const t = useTranslations('runs.attention');
  const common = useTranslations('common');
  const [shown, setShown] = useState(PAGE);
  const [wanted, setWanted] = useState<Shown>('all');
  const items = known ?? [];
  const present = kinds
    .map((kind) => ({ kind, count: items.filter((item) => item.state === kind).length }))
    .filter(({ count }) => count > 0);
  const filter = present.some(({ kind }) => kind === wanted) ? wanted : 'all';
  const listed = filter === 'all' ? items : items.filter((item) => item.state === filter);
  const word = (kind: Exclude<Shown, 'all'>) =>
    kind === 'applied' ? t('differs') : common(`outcome.${kind}`);
  return (
    <section aria-label={t('title')} className="px-7 phone:px-4 phone:pb-6">
      <div className="flex min-h-14 flex-wrap items-center gap-2 py-2.5">
        <h2 className="font-semibold text-14">{t('title')}</h2>
        {items.length > 0 ? (
          <Badge tone="danger" className="tabular-nums">
            {common('issues', { count: items.length })}
          </Badge>
        ) : null}
        <span className="flex-1" />
        {present.length > 1 ? (
          <Segmented<Shown>
            label={t('filter')}
            value={filter}
            onValueChange={setWanted}
            className="max-w-full overflow-x-auto"
            options={[
              { value: 'all', label: `${t('all')} ${items.length}` },
              ...present.map(({ kind, count }) => ({ value: kind, label: `${word(kind)} ${count}` })),
            ]}
          />
        ) : null}
        <BulkSteps run={run} items={items} controls={controls} draft={draft} />
      </div>
      {known === undefined ? (
        <Reading label={common('loading')} />
      ) : items.length === 0 ? (
        <p className="border-line border-t py-3 text-fg-3">{isOver(run) ? t('noneEnd') : t('none')}</p>
      ) : (
        <ul aria-label={t('title')}>
          {listed.slice(0, shown).map((item) => (
            <AttentionItem key={item.position} runId={run.id} item={item} settle={actions.settle} />
          ))}
        </ul>
      )}
      {listed.length > shown ? (
        <Button className="mb-4" onClick={() => setShown(shown + PAGE)}>
          {t('more', { count: listed.length - shown })}
        </Button>
      ) : null}
    </section>
  );
}

/**
 * What a whole kind of items can be given to: failed ones once more (unless the band about the wait offers that),
 * conflicts to be looked at.
 */
function BulkSteps({
  run,
  items,
  controls,
  draft,
}: Pick<AttentionListProps, 'run' | 'controls' | 'draft'> & { items: readonly RunItem[] }) {
  const t = useTranslations('runs');
  const [reviewing, setReviewing] = useState(false);
  const { rejected, conflict } = run.counts;
  const retry = retryOf(run, items);
  // What takes a run back leaves others' values alone for good: there is nothing of it to be planned again.
  const reviewable = conflict > 0 && run.kind !== 'undo';
  return (
    <>
      {retry !== null && canRetry(run) && !holdsArchive(waitOf(run)) ? (
        <Button
          disabled={controls.pending !== null}
          onClick={() => controls.send({ kind: 'retry' })}
          className="phone:h-11"
        >
          <RotateCcw size={14} aria-hidden />
          {retry === 'held'
            ? t('retryHeld', { count: rejected })
            : t('retryFailed', { count: rejected - run.held })}
        </Button>
      ) : null}
      {reviewable ? (
        <>
          <Button onClick={() => setReviewing(true)} className="phone:h-11">
            <GitMergeConflict size={14} aria-hidden />
            {t('reviewConflicts', { count: conflict })}
          </Button>
          <ConflictsDialog runId={run.id} open={reviewing} onOpenChange={setReviewing} draft={draft} />
        </>
      ) : null}
    </>
  );
}

function Reading({ label }: { label: string }) {
  return (
    <div
      role="status"
      className="grid gap-3 border-line border-t py-4 transition-opacity delay-100 starting:opacity-0"
    >
      <span className="sr-only">{label}</span>
      <Skeleton className="w-1/3" />
      <Skeleton className="w-2/3" />
    </div>
  );
}

'use client';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ErrorCallout } from '@/components/layout/error-callout';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import { useSentences } from '@/components/layout/use-sentences';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';
import { ConflictReview } from './conflict-review';
import { conflictsOptions } from './run-query';
import { canBeTaken } from './take-conflicts';
import type { DraftPlan } from './use-draft-plan';

interface ConflictsDialogProps {
  runId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  draft: DraftPlan;
}

/** Every conflict with three values side by side. Theirs stay unless the person takes their own into a new plan. */
export function ConflictsDialog({ runId, open, onOpenChange, draft }: ConflictsDialogProps) {
  const t = useTranslations('runs.conflicts');
  const common = useTranslations('common');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="flex w-[min(860px,calc(100vw-24px))] flex-col overflow-hidden p-0">
        <div className="flex items-start gap-3 border-line border-b px-5 pt-4 pb-3">
          <div className="min-w-0 flex-1">
            <DialogTitle className="font-semibold text-16">{t('title')}</DialogTitle>
            <DialogDescription className="mt-0.5 text-12 text-fg-2">{t('text')}</DialogDescription>
          </div>
          <DialogClose asChild>
            <Button tone="ghost" size="square" aria-label={common('close')} className="phone:size-11">
              <X size={16} aria-hidden />
            </Button>
          </DialogClose>
        </div>
        <Conflicts runId={runId} draft={draft} />
      </DialogContent>
    </Dialog>
  );
}

function Conflicts({ runId, draft }: { runId: string; draft: DraftPlan }) {
  const t = useTranslations('runs.conflicts');
  const common = useTranslations('common');
  const sentences = useSentences();
  const { host } = useSpace();
  const { data, error, refetch } = useQuery(conflictsOptions(host, runId));
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set());
  const conflicts = data?.conflicts ?? [];
  const possible = conflicts.filter(canBeTaken).map(({ issueId }) => issueId);
  const chosen = possible.filter((id) => taken.has(id));
  const take = (id: number, mine: boolean) => {
    const next = new Set(taken);
    if (mine) next.add(id);
    else next.delete(id);
    setTaken(next);
  };
  const problem = error ? readErrorOf(error) : draft.error;
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto px-5">
        {problem ? (
          <ErrorCallout
            error={problem}
            className="my-4"
            action={error ? <Button onClick={() => void refetch()}>{common('retry')}</Button> : null}
          />
        ) : null}
        {data === undefined && !error ? <Reading label={t('loading')} /> : null}
        {data && conflicts.length === 0 ? <p className="py-6 text-fg-2">{t('none')}</p> : null}
        <ul>
          {conflicts.map((conflict) => (
            <ConflictReview
              key={conflict.position}
              conflict={conflict}
              mine={taken.has(conflict.issueId)}
              onMine={(mine) => take(conflict.issueId, mine)}
            />
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-5 py-3">
        <p className="min-w-[220px] flex-1 text-12 text-fg-3">
          {sentences(t('note'), common('nothingChanges'))}
        </p>
        {possible.length > 1 ? (
          <Button
            size="lg"
            onClick={() => setTaken(new Set(chosen.length === possible.length ? [] : possible))}
            className="phone:h-11"
          >
            {chosen.length === possible.length ? t('keepAll') : t('takeAll')}
          </Button>
        ) : null}
        <Button
          tone="ink"
          size="lg"
          disabled={chosen.length === 0 || draft.pending !== null}
          onClick={() => draft.make({ kind: 'again', issueIds: chosen })}
          className="phone:h-11"
        >
          {draft.pending === 'again' ? <Spinner className="size-3.5" /> : null}
          {t('make', { count: chosen.length })}
        </Button>
      </div>
    </>
  );
}

function Reading({ label }: { label: string }) {
  return (
    <div role="status" className="grid gap-3 py-5 transition-opacity delay-100 starting:opacity-0">
      <span className="sr-only">{label}</span>
      <Skeleton className="w-1/2" />
      <Skeleton className="w-full" />
      <Skeleton className="w-full" />
    </div>
  );
}

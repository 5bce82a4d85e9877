'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { type DeletingStep, deletingSteps } from '@/lib/bulk/plan';
import type { PlanItem } from './plan-data';

interface ConfirmDeleteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Included steps that delete something. */
  deletions: readonly PlanItem[];
  /** Rows that will be written. */
  count: number;
  onConfirm: () => void;
}

/** A deletion is never approved along with the rest: it is named and asked for by itself. */
export function ConfirmDeleteDialog({
  open,
  onOpenChange,
  deletions,
  count,
  onConfirm,
}: ConfirmDeleteDialogProps) {
  const t = useTranslations('plans.confirm');
  const common = useTranslations('common');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogTitle className="font-semibold text-16">{t('title')}</DialogTitle>
        <DialogDescription className="mt-2 text-fg-2">{t('text')}</DialogDescription>
        <ul aria-label={t('list')} className="mt-3 border-line border-t">
          {deletions.map((item) => (
            <li key={item.issueId} className="border-line border-b py-1.5 font-medium">
              {t(item.step?.kind === 'deleteWiki' ? 'wiki' : 'milestone', { name: item.summary })}
            </li>
          ))}
        </ul>
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <DialogClose asChild>
            <Button size="lg">{common('cancel')}</Button>
          </DialogClose>
          <Button
            tone="write"
            size="lg"
            onClick={() => {
              onOpenChange(false);
              onConfirm();
            }}
          >
            {t('yes', { count })}
          </Button>
        </div>
      </DialogContent>
    </Dialog>
  );
}

/** Included steps of a plan that delete something at Backlog. */
export function deletionsOf(items: readonly PlanItem[]): PlanItem[] {
  return items.filter((item) => item.included && deletionOf(item) !== null);
}

/** What an approval has to name: the kinds of deletions that were confirmed. */
export function deletionKinds(items: readonly PlanItem[]): DeletingStep[] {
  return [...new Set(items.flatMap((item) => deletionOf(item) ?? []))];
}

function deletionOf({ step }: PlanItem): DeletingStep | null {
  return deletingSteps.find((kind) => kind === step?.kind) ?? null;
}

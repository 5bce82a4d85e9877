'use client';
import { useTranslations } from 'next-intl';
import { useSentences } from '@/components/layout/use-sentences';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogTitle,
  DialogTrigger,
} from '@/components/ui/dialog';

interface CancelDialogProps {
  applied: number;
  left: number;
  disabled: boolean;
  onCancel: () => void;
}

/** Asks once, and names what stays in Backlog and that it can be taken back. */
export function CancelDialog({ applied, left, disabled, onCancel }: CancelDialogProps) {
  const t = useTranslations('runs.cancel');
  const sentences = useSentences();
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button tone="danger" disabled={disabled} className="phone:h-9">
          {t('button')}
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogTitle className="font-semibold text-16">{t('title')}</DialogTitle>
        <DialogDescription className="mt-2 text-fg-2">
          {sentences(t('text', { applied, left }), applied > 0 ? t('undoable') : null)}
        </DialogDescription>
        <div className="mt-5 flex justify-end gap-2">
          <DialogClose asChild>
            <Button size="lg">{t('keep')}</Button>
          </DialogClose>
          <DialogClose asChild>
            <Button tone="danger" size="lg" onClick={onCancel}>
              {t('confirm')}
            </Button>
          </DialogClose>
        </div>
      </DialogContent>
    </Dialog>
  );
}

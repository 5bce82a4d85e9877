'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';

interface DiscardDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDiscard: () => void;
}

/** Asks once before a plan is thrown away. */
export function DiscardDialog({ open, onOpenChange, onDiscard }: DiscardDialogProps) {
  const t = useTranslations('plans.discard');
  const common = useTranslations('common');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogTitle className="font-semibold text-16">{t('title')}</DialogTitle>
        <DialogDescription className="mt-2 text-fg-2">{t('text')}</DialogDescription>
        <div className="mt-5 flex justify-end gap-2">
          <DialogClose asChild>
            <Button size="lg">{common('cancel')}</Button>
          </DialogClose>
          <Button
            tone="danger"
            size="lg"
            onClick={() => {
              onOpenChange(false);
              onDiscard();
            }}
          >
            {t('confirm')}
          </Button>
        </div>
      </DialogContent>
    </Dialog>
  );
}

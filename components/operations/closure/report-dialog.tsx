'use client';
import { RotateCcw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/field';
import type { TextRule } from './closure-data';
import { CopyButton } from './copy-button';
import { ReportView } from './report-view';

/** Most characters that a report can have. */
export const MOST_CHARACTERS = 50_000;

/** A text to take along, and what it is called. */
export interface ReportCopy {
  kind: 'copy' | 'copyText';
  text: string;
}

interface ReportDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  text: string;
  /** What is copied: Markdown, unless it was written by hand in another notation. */
  copy: ReportCopy;
  rule: TextRule;
  /** The person has written in it: it no longer follows the figures. */
  edited: boolean;
  onText: (text: string | null) => void;
}

/** The report as it is written and as it looks. */
export function ReportDialog(props: ReportDialogProps) {
  const { open, onOpenChange, text, copy, rule, edited, onText } = props;
  const t = useTranslations('operations.closure.report');
  const common = useTranslations('common');
  const tooLong = text.length > MOST_CHARACTERS;
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="flex h-[min(720px,90dvh)] w-[min(960px,calc(100vw-24px))] flex-col overflow-hidden p-0">
        <div className="flex items-start gap-3 border-line border-b px-5 pt-4 pb-3">
          <div className="min-w-0 flex-1">
            <DialogTitle className="font-semibold text-16">{t('edit')}</DialogTitle>
            <DialogDescription className="mt-0.5 text-12 text-fg-2">{t(`rule.${rule}`)}</DialogDescription>
          </div>
          <DialogClose asChild>
            <Button tone="ghost" size="square" aria-label={common('close')} className="phone:size-11">
              <X size={16} aria-hidden />
            </Button>
          </DialogClose>
        </div>
        <div className="grid min-h-0 flex-1 grid-cols-2 phone:grid-cols-1 phone:grid-rows-2">
          <TextArea
            aria-label={t('text')}
            aria-invalid={tooLong}
            value={text}
            onChange={(event) => onText(event.target.value)}
            className="h-full resize-none rounded-none border-0 p-5 font-mono text-12 focus-visible:-outline-offset-2"
          />
          <div
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it takes the focus
            tabIndex={0}
            role="region"
            aria-label={t('preview')}
            className="min-h-0 overflow-y-auto border-line border-l bg-bg p-5 phone:border-t phone:border-l-0"
          >
            <ReportView text={text} rule={rule} />
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-2 border-line border-t px-5 py-3">
          <p aria-live="polite" className="min-w-40 flex-1 text-12 text-danger">
            {tooLong ? t('tooLong', { count: text.length, most: MOST_CHARACTERS }) : ''}
          </p>
          {edited ? (
            <Button tone="ghost" onClick={() => onText(null)} className="phone:h-11">
              <RotateCcw size={14} aria-hidden />
              {t('again')}
            </Button>
          ) : null}
          <CopyButton text={copy.text} label={t(copy.kind)} />
          <DialogClose asChild>
            <Button tone="ink" className="phone:h-11">
              {t('finish')}
            </Button>
          </DialogClose>
        </div>
      </DialogContent>
    </Dialog>
  );
}

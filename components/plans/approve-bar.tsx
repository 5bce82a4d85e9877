'use client';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import { useSentences } from '@/components/layout/use-sentences';
import { useShortcuts } from '@/components/layout/use-shortcuts';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { Spinner } from '@/components/ui/spinner';
import type { ApprovalObstacle } from './approval-obstacle';
import { useOnScreen } from './use-on-screen';

interface ApproveBarProps {
  count: number;
  /** How many of them are side steps. */
  steps: number;
  obstacle: ApprovalObstacle | null;
  /** The approval is on its way. */
  approving: boolean;
  onApprove: () => void;
}

/** The one button that writes, with the reason beside it when it cannot. */
export function ApproveBar({ count, steps, obstacle, approving, onApprove }: ApproveBarProps) {
  const t = useTranslations('plans');
  const common = useTranslations('common');
  const sentences = useSentences();
  const ref = useRef<HTMLButtonElement>(null);
  const noteId = useId();
  const usable = obstacle === null && !approving;
  const issues = count - steps;
  const label =
    steps === 0
      ? t('approve.button', { count })
      : issues === 0
        ? t('approve.onlySteps', { steps })
        : t('approve.withSteps', { issues, steps });
  const isSeen = useOnScreen(ref, usable);
  useShortcuts({
    'mod+enter': (event) => {
      if (usable && !event.repeat && isSeen()) onApprove();
    },
  });
  return (
    <div className="border-line bg-surface px-4 pb-3.5 wide:border-b narrow:sticky narrow:bottom-0 narrow:z-3 narrow:order-6 narrow:flex narrow:flex-row-reverse narrow:items-center narrow:gap-4 narrow:border-t narrow:py-2.5 phone:flex-col phone:items-stretch phone:gap-1.5 phone:pb-[max(12px,env(safe-area-inset-bottom))]">
      <Button
        ref={ref}
        tone="write"
        size="xl"
        disabled={!usable}
        aria-describedby={noteId}
        onClick={onApprove}
        className={cn(
          'wide:w-full narrow:min-w-[260px] phone:h-12 phone:min-w-0',
          // Two counts need the room of the keys, and in English a second line.
          steps > 0 && issues > 0 && 'h-auto min-h-[42px] whitespace-normal py-1.5 [&_kbd]:hidden',
        )}
      >
        {approving ? <Spinner /> : <Check size={16} aria-hidden />}
        {label}
        <Kbd className="border-current/35 bg-transparent text-current phone:hidden">{t('approve.keys')}</Kbd>
      </Button>
      <p
        id={noteId}
        aria-live="polite"
        className="text-11 text-fg-3 leading-[17px] wide:mt-2 narrow:min-w-0 narrow:flex-1 narrow:text-12 phone:flex-none phone:text-balance phone:text-center"
      >
        {obstacle === null ? (
          sentences(common('nothingChanges'), t('approve.pausable'))
        ) : (
          <span className="text-fg-2">{t(`obstacle.${obstacle}`)}</span>
        )}
      </p>
    </div>
  );
}

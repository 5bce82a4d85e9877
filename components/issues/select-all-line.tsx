'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

interface SelectAllLineProps {
  /** Rows of the list that are selected one by one. */
  selected: number;
  /** Issues that match, loaded or not. */
  matching: number;
  /** Everything that matches is selected already. */
  all: boolean;
  onSelectAll: () => void;
  onClear: () => void;
}

/** Under the head once its box is ticked: from the loaded rows to everything that matches. */
export function SelectAllLine({ selected, matching, all, onSelectAll, onClear }: SelectAllLineProps) {
  const t = useTranslations('issues.selectAll');
  return (
    <div
      role="status"
      className="flex min-h-9 flex-none flex-wrap items-center justify-center gap-x-2 border-accent-line border-t bg-accent-soft px-4 py-1 text-12"
    >
      <span>{all ? t('all', { count: matching }) : t('loaded', { count: selected })}</span>
      {all ? (
        <Button tone="ghost" onClick={onClear} className="h-6 underline underline-offset-2 phone:h-11">
          {t('clear')}
        </Button>
      ) : (
        <Button
          tone="ghost"
          onClick={onSelectAll}
          className="h-6 font-semibold text-accent-text underline underline-offset-2 phone:h-11"
        >
          {t('select', { count: matching })}
        </Button>
      )}
    </div>
  );
}

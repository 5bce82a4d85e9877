'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';

interface TickAllProps {
  ticked: number;
  of: number;
  /** All boxes are to be ticked, or emptied. */
  onAll: (ticked: boolean) => void;
  /** How many are ticked, in words. */
  children: ReactNode;
}

/** Head of a list of boxes: ticks all of them, or empties them when all are ticked. */
export function TickAll({ ticked, of, onAll, children }: TickAllProps) {
  const common = useTranslations('common');
  return (
    <div className="flex min-h-8 items-center gap-2.5 rounded-t-card border-line border-b bg-surface-2 px-2.5 text-12 text-fg-2 phone:min-h-11">
      <Checkbox
        aria-label={common('selectAll')}
        checked={ticked === of ? true : ticked === 0 ? false : 'indeterminate'}
        onCheckedChange={() => onAll(ticked < of)}
      />
      <span className="tabular-nums">{children}</span>
    </div>
  );
}

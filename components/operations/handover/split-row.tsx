import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';

interface SplitRowProps {
  /** Left of the name: a grip, or nothing. */
  handle?: ReactNode;
  name: ReactNode;
  count: ReactNode;
  picker: ReactNode;
  /** Right of the picker. */
  action?: ReactNode;
}

/** One line of a split: what, how many, and to whom. */
export function SplitRow({ handle, name, count, picker, action }: SplitRowProps) {
  return (
    <div className="flex min-h-[42px] flex-wrap items-center gap-x-3 gap-y-1 px-2.5 py-1.5">
      {handle}
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <span className="whitespace-nowrap text-right tabular-nums">{count}</span>
      <ArrowRight size={14} aria-hidden className="shrink-0 text-fg-3 phone:hidden" />
      <span className="w-[200px] phone:order-1 phone:w-full">{picker}</span>
      <span className="w-6 phone:w-11">{action}</span>
    </div>
  );
}

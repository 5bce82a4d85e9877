import { cn } from './cn';

/** 一括: the bracket that stands before the count of a selection. */
export function Bracket({ className }: { className?: string }) {
  return (
    <span aria-hidden className={cn('block w-2 shrink-0 border-2 border-r-0 border-accent', className)} />
  );
}

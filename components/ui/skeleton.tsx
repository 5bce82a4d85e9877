import { cn } from './cn';

/** Grey bar of the height of text, while rows are on their way. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block h-2.5 rounded-tag bg-surface-3', className)} />;
}

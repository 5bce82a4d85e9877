import type { ReactNode } from 'react';
import { cn } from './cn';

export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cn(
        'inline-block min-w-[18px] rounded-tag border border-line-2 bg-surface px-1 text-center font-sans text-11 font-medium text-fg-3',
        className,
      )}
    >
      {children}
    </kbd>
  );
}

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

const tones = {
  plain: { box: 'border-line bg-surface-2', icon: 'text-fg-3' },
  info: { box: 'border-info-line bg-info-soft', icon: 'text-info' },
} as const;

interface BandProps {
  tone: keyof typeof tones;
  icon: LucideIcon;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** One line above the table: the state, why, and one next step. What is loaded stays below it. */
export function Band({ tone, icon: Icon, title, children, action }: BandProps) {
  return (
    <div
      role="status"
      className={cn(
        'flex min-h-[38px] flex-none items-center gap-2.5 border-t px-5 py-1.5 text-12 phone:flex-wrap phone:px-4',
        tones[tone].box,
      )}
    >
      <Icon size={14} aria-hidden className={cn('shrink-0', tones[tone].icon)} />
      <p className="min-w-0 flex-1">
        {title ? <b className="mr-1.5">{title}</b> : null}
        {children}
      </p>
      {action}
    </div>
  );
}

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

const tones = {
  info: { box: 'border-info-line bg-info-soft', icon: 'text-info', Icon: Info },
  ok: { box: 'border-ok-line bg-ok-soft', icon: 'text-ok', Icon: CircleCheck },
  warn: { box: 'border-warn-line bg-warn-soft', icon: 'text-warn', Icon: TriangleAlert },
  danger: { box: 'border-danger-line bg-danger-soft', icon: 'text-danger', Icon: CircleAlert },
} as const;

interface CalloutProps {
  tone: keyof typeof tones;
  children: ReactNode;
  /** Buttons at the right. */
  action?: ReactNode;
  /** `alert` is announced at once: only for a failure of what the person just did. */
  role?: 'alert' | 'status' | 'note';
  className?: string;
}

/** What happened, what it did not touch, what to do next. */
export function Callout({ tone, children, action, role = 'note', className }: CalloutProps) {
  const { box, icon, Icon } = tones[tone];
  return (
    <div
      role={role}
      className={cn(
        'flex items-start gap-2.5 rounded-ctl border px-3 py-2 text-12 leading-[19px]',
        box,
        className,
      )}
    >
      <Icon size={16} aria-hidden className={cn('mt-px shrink-0', icon)} />
      <div className="min-w-0 flex-1">{children}</div>
      {action ? <div className="flex shrink-0 flex-wrap items-center gap-2">{action}</div> : null}
    </div>
  );
}

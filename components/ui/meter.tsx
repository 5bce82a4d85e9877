import { cn } from './cn';

interface MeterProps {
  value: number;
  max: number;
  /** Sentence for screen readers. */
  text: string;
  label: string;
  tone?: 'plain' | 'warn';
  className?: string;
}

/** How much of a quota is left. */
export function Meter({ value, max, text, label, tone = 'plain', className }: MeterProps) {
  const percent = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
      className={cn('flex h-[5px] overflow-hidden rounded-[3px] bg-surface-3', className)}
    >
      <span
        className={cn('block h-full', tone === 'warn' ? 'bg-warn-fill' : 'bg-fg-2')}
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}

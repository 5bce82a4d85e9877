'use client';
import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';

interface SegmentedProps<V extends string> {
  /** Null: none is chosen yet, or several things differ. */
  value: V | null;
  onValueChange: (value: V) => void;
  options: readonly { value: V; label: ReactNode; disabled?: boolean }[];
  /** What is being chosen, for screen readers. */
  label: string;
  /** `sm` for rows of a list. */
  size?: 'md' | 'sm';
  className?: string;
}

/** One of a few, side by side. */
export function Segmented<V extends string>({
  value,
  onValueChange,
  options,
  label,
  size = 'md',
  className,
}: SegmentedProps<V>) {
  return (
    <RadioGroup.Root
      value={value ?? ''}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option) onValueChange(option.value);
      }}
      aria-label={label}
      orientation="horizontal"
      className={cn('inline-flex gap-px rounded-ctl border border-line-2 bg-surface-2 p-px', className)}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className={cn(
            'inline-flex h-6 min-w-0 items-center gap-1.5 whitespace-nowrap rounded-[5px] px-2.5 text-12 text-fg-2 phone:h-9 phone:px-3 disabled:text-fg-off data-[state=checked]:bg-surface data-[state=checked]:font-medium data-[state=checked]:text-fg data-[state=checked]:shadow-[0_0_0_1px_var(--line-2),var(--e1)]',
            size === 'sm' && 'px-[7px] text-[11.5px]',
          )}
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

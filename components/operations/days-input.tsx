'use client';
import { cn } from '@/components/ui/cn';
import { TextInput } from '@/components/ui/field';

interface DaysInputProps {
  label: string;
  /** As typed. */
  days: string;
  wrong: boolean;
  /** Id of what explains the number. */
  describedBy: string | undefined;
  className?: string;
  onDays: (days: string) => void;
}

/** A number of days, typed among words. */
export function DaysInput({ label, days, wrong, describedBy, className, onDays }: DaysInputProps) {
  return (
    <TextInput
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      value={days}
      aria-invalid={wrong}
      aria-describedby={describedBy}
      onChange={(event) => onDays(event.target.value)}
      className={cn('h-7 w-12 text-center tabular-nums phone:h-11', className)}
    />
  );
}

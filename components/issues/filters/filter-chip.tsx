'use client';
import { ChevronDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';

interface FilterChipProps {
  label: string;
  /** What the filter is set to; null while it is idle. */
  value: string | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onClear: () => void;
  clearLabel: string;
  className?: string;
  /** Contents of the popover; made when it opens. */
  children: ReactNode;
}

/** One condition: label and chevron while idle; grey label, black value and ✕ when set. */
export function FilterChip({ label, value, open, onOpenChange, ...props }: FilterChipProps) {
  return (
    <Popover open={open} onOpenChange={onOpenChange}>
      <span
        className={cn(
          'inline-flex h-[26px] shrink-0 items-center rounded-ctl border border-line-2 bg-surface text-12 text-fg-2 phone:h-[34px] phone:text-13',
          value !== null && 'bg-surface-2',
          open && 'border-line-control bg-surface-3 text-fg',
          props.className,
        )}
      >
        <PopoverTrigger
          className={cn(
            'inline-flex h-full max-w-64 items-center gap-1 rounded-ctl pr-[7px] pl-[9px]',
            value !== null && 'gap-1.5 pr-1',
          )}
        >
          <span className="whitespace-nowrap">{label}</span>
          {value === null ? (
            <ChevronDown size={12} aria-hidden className="text-fg-3" />
          ) : (
            <span className="truncate font-medium text-fg">{value}</span>
          )}
        </PopoverTrigger>
        {value === null ? null : (
          <button
            type="button"
            aria-label={props.clearLabel}
            onClick={props.onClear}
            className="relative mr-0.5 grid size-5 place-items-center rounded-tag text-fg-3 after:absolute after:-inset-0.5 hover:bg-surface-3 phone:h-[30px] phone:w-7"
          >
            <X size={12} aria-hidden />
          </button>
        )}
      </span>
      <PopoverContent aria-label={label} className="w-[272px] phone:w-[min(340px,calc(100vw-16px))]">
        {props.children}
      </PopoverContent>
    </Popover>
  );
}

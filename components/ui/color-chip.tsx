import type { CSSProperties } from 'react';
import { cn } from './cn';

const hexColor = /^#[0-9a-f]{6}$/i;

/** A colour from Backlog as a custom property; anything but `#rrggbb` is dropped, so it can carry no CSS. */
export function colorStyle(color: string | undefined): CSSProperties {
  return color && hexColor.test(color) ? ({ '--c': color } as CSSProperties) : {};
}

interface ColorChipProps {
  label: string;
  color?: string | undefined;
  /** `new` = proposed value (plum ring), `old` = value that goes away. */
  kind?: 'plain' | 'new' | 'old';
  className?: string;
}

/** Status chip: readable with any colour that Backlog returns. */
export function ColorChip({ label, color, kind = 'plain', className }: ColorChipProps) {
  return (
    <span
      style={colorStyle(color)}
      className={cn(
        'chip inline-flex h-5 max-w-full items-center gap-[5px] rounded-full px-[7px] text-[11.5px] leading-5 font-medium whitespace-nowrap',
        kind === 'new' && 'shadow-[inset_0_0_0_1.5px_var(--accent)]',
        kind === 'old' && 'bg-transparent! px-0 font-normal text-fg-3! line-through',
        className,
      )}
    >
      <span className="truncate">{label}</span>
    </span>
  );
}

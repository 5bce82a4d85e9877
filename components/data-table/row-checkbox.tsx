import { Check, Minus } from 'lucide-react';
import { cn } from '@/components/ui/cn';

interface RowCheckboxProps {
  checked: boolean | 'mixed';
  label: string;
  /** Only where no table handles the click. */
  onClick?: () => void;
  className?: string;
}

/** Box of a row or of the head. The table handles its clicks and keys, so forty of them cost nothing. */
export function RowCheckbox({ checked, label, onClick, className }: RowCheckboxProps) {
  return (
    <button
      type="button"
      role="checkbox"
      data-select
      aria-checked={checked}
      aria-label={label}
      tabIndex={-1}
      onClick={onClick}
      className={cn(
        'relative grid size-[15px] shrink-0 place-items-center rounded-tag border-[1.5px] border-line-control bg-surface p-0 text-on-accent after:absolute after:-inset-x-2 after:-inset-y-[8.5px] phone:size-[18px] phone:after:-inset-x-2 phone:after:-inset-y-[23px]',
        checked !== false && 'border-accent bg-accent',
        className,
      )}
    >
      {checked === true ? <Check size={11} strokeWidth={3} aria-hidden /> : null}
      {checked === 'mixed' ? <Minus size={11} strokeWidth={3} aria-hidden /> : null}
    </button>
  );
}

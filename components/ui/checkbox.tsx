import { Check, Minus } from 'lucide-react';
import { Checkbox as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

type CheckboxProps = Omit<ComponentProps<typeof Primitive.Root>, 'children'> & {
  /** `accent` for a selection, `ink` for an option of a form. */
  tone?: 'accent' | 'ink';
};

/** Box with three states. The visible label stands beside it; otherwise give `aria-label`. */
export function Checkbox({ className, tone = 'accent', ...props }: CheckboxProps) {
  const filled =
    tone === 'accent'
      ? 'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent text-on-accent'
      : 'data-[state=checked]:border-ink data-[state=checked]:bg-ink data-[state=indeterminate]:border-ink data-[state=indeterminate]:bg-ink text-on-ink';
  return (
    <Primitive.Root
      className={cn(
        'relative grid size-[15px] shrink-0 place-items-center rounded-tag border-[1.5px] border-line-control bg-surface after:absolute after:-inset-1.5 disabled:opacity-50',
        filled,
        className,
      )}
      {...props}
    >
      <Primitive.Indicator className="grid place-items-center">
        {props.checked === 'indeterminate' ? (
          <Minus size={11} strokeWidth={3} aria-hidden />
        ) : (
          <Check size={11} strokeWidth={3} aria-hidden />
        )}
      </Primitive.Indicator>
    </Primitive.Root>
  );
}

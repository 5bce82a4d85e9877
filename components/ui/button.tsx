import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

const buttonVariants = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-ctl border font-medium transition-colors duration-fast disabled:cursor-not-allowed disabled:border-line disabled:bg-surface-2 disabled:text-fg-off disabled:shadow-none aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-surface-2 aria-disabled:text-fg-off aria-disabled:shadow-none [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        plain: 'border-line-2 bg-surface text-fg shadow-e1 hover:bg-hover',
        ghost: 'border-transparent bg-transparent text-fg-2 hover:bg-surface-3',
        ink: 'border-ink bg-ink text-on-ink hover:bg-ink-hover',
        /** Writes to Backlog. One per view. */
        write: 'border-transparent bg-accent font-semibold text-on-accent hover:bg-accent-hover',
        danger: 'border-line-2 bg-surface text-danger shadow-e1 hover:bg-hover',
      },
      size: {
        md: 'h-7 px-2.5',
        lg: 'h-9 px-3.5',
        xl: 'h-[42px] rounded-card px-4.5 text-14',
        square: 'size-7 p-0',
      },
      block: { true: 'w-full', false: '' },
    },
    defaultVariants: { tone: 'plain', size: 'md', block: false },
  },
);

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonVariants> & { asChild?: boolean };

/** `asChild` gives a link the looks of a button. */
export function Button({ className, tone, size, block, asChild = false, type, ...props }: ButtonProps) {
  const Component = asChild ? Slot.Root : 'button';
  return (
    <Component
      {...(asChild ? {} : { type: type ?? 'button' })}
      className={cn(buttonVariants({ tone, size, block }), className)}
      {...props}
    />
  );
}

'use client';
import { Switch as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

/** On or off, with effect at once. The visible label stands beside it; give `aria-label` or `aria-labelledby`. */
export function Switch({ className, ...props }: Omit<ComponentProps<typeof Primitive.Root>, 'children'>) {
  return (
    <Primitive.Root
      className={cn(
        'relative inline-flex h-[18px] w-8 shrink-0 items-center rounded-full border border-line-control bg-surface-3 p-0.5 transition-colors duration-fast after:absolute after:-inset-2 disabled:opacity-50 data-[state=checked]:border-ink data-[state=checked]:bg-ink',
        className,
      )}
      {...props}
    >
      <Primitive.Thumb className="block size-3 rounded-full bg-line-control transition-transform duration-fast data-[state=checked]:translate-x-3.5 data-[state=checked]:bg-on-ink" />
    </Primitive.Root>
  );
}

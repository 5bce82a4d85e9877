import { Popover as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;

export function PopoverContent({
  className,
  align = 'start',
  sideOffset = 6,
  ...props
}: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        align={align}
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(
          'z-40 min-w-[220px] max-w-[calc(100vw-16px)] rounded-card bg-surface p-1.5 text-13 shadow-e3 outline-none',
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}

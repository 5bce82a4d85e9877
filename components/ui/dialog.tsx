import { Dialog as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;
export const DialogTitle = Primitive.Title;
export const DialogDescription = Primitive.Description;

const overlay = 'fixed inset-0 z-40 bg-[rgb(28_27_25/.32)]';

/** Centred dialog; focus is trapped and returned. It needs a `DialogTitle`. */
export function DialogContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlay} />
      <Primitive.Content
        className={cn(
          'fixed top-1/2 left-1/2 z-50 max-h-[85dvh] w-[min(520px,calc(100vw-24px))] -translate-x-1/2 -translate-y-1/2 overflow-auto rounded-float bg-surface p-5 shadow-e3 outline-none',
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}

/** Panel from one side: the drawer of the navigation, the composer on small screens. */
export function SheetContent({
  className,
  side = 'right',
  ...props
}: ComponentProps<typeof Primitive.Content> & { side?: 'left' | 'right' }) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlay} />
      <Primitive.Content
        className={cn(
          'fixed inset-y-0 z-50 flex w-[min(408px,100vw)] flex-col bg-surface shadow-e3 outline-none',
          side === 'right' ? 'right-0' : 'left-0',
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}

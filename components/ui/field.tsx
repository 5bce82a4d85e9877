import type { ComponentProps } from 'react';
import { cn } from './cn';

const control =
  'w-full min-w-0 rounded-ctl border border-line-control bg-surface px-2.5 text-13 text-fg placeholder:text-fg-3 focus-visible:outline-2 focus-visible:outline-offset-0 disabled:border-line-2 disabled:bg-surface-2 disabled:text-fg-off aria-[invalid=true]:border-danger';

export function TextInput({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(control, 'h-8', className)} {...props} />;
}

export function TextArea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn(control, 'py-2 leading-[1.65]', className)} {...props} />;
}

/** Label above a control; it names the control by `htmlFor`. */
export function Label({
  className,
  htmlFor,
  children,
  ...props
}: ComponentProps<'label'> & { htmlFor: string }) {
  return (
    <label htmlFor={htmlFor} className={cn('mb-1 block text-12 font-medium text-fg-2', className)} {...props}>
      {children}
    </label>
  );
}

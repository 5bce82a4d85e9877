import { LoaderCircle } from 'lucide-react';
import { cn } from './cn';

export function Spinner({ className }: { className?: string }) {
  return (
    <LoaderCircle
      aria-hidden
      size={16}
      className={cn('animate-spin motion-reduce:animate-none', className)}
    />
  );
}

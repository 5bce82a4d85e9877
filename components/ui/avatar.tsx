import type { CSSProperties } from 'react';
import { cn } from './cn';

const sizes = { sm: 'size-[18px] text-[9.5px]', md: 'size-5 text-[10.5px]', lg: 'size-7 text-13' } as const;

/** First character of the family name on a tint of its own; `name` null is nobody (dashed circle). */
export function Avatar({
  name,
  id,
  size = 'md',
  className,
}: {
  name: string | null;
  /** Decides the tint, so one person keeps one colour. */
  id?: number | null;
  size?: keyof typeof sizes;
  className?: string;
}) {
  const base = 'inline-grid shrink-0 place-items-center rounded-full leading-none font-semibold';
  if (name === null) {
    return (
      <span
        aria-hidden
        className={cn(
          base,
          sizes[size],
          'border-[1.5px] border-dashed border-line-control text-fg-3',
          className,
        )}
      />
    );
  }
  const hue = ((id ?? name.length) * 137.5) % 360;
  return (
    <span
      aria-hidden
      style={{ '--h': hue } as CSSProperties}
      className={cn('avatar', base, sizes[size], className)}
    >
      {[...name][0]}
    </span>
  );
}

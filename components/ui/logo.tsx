import { cn } from './cn';

/** The mark of the product: two brackets around one stroke. */
export function Logo({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        'grid size-[26px] shrink-0 place-items-center rounded-[7px] bg-ink text-on-ink',
        className,
      )}
    >
      <svg
        width="15"
        height="15"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M5.2 2.2H2.4v11.6h2.8M10.8 2.2h2.8v11.6h-2.8M5.6 8h4.8" />
      </svg>
    </span>
  );
}

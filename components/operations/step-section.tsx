import type { ReactNode } from 'react';

interface StepSectionProps {
  /** Counts from 1. */
  number: number;
  title: string;
  hint?: string;
  children: ReactNode;
}

/** One numbered part of an operation's form. */
export function StepSection({ number, title, hint, children }: StepSectionProps) {
  return (
    <section aria-label={title} className="border-line py-4 not-first:border-t">
      <div className="mb-3 flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
        <span
          aria-hidden
          className="grid size-5 shrink-0 place-items-center rounded-full bg-ink font-semibold text-11 text-on-ink tabular-nums"
        >
          {number}
        </span>
        <h2 className="font-semibold text-14">{title}</h2>
        {hint ? <span className="text-12 text-fg-3">{hint}</span> : null}
      </div>
      {children}
    </section>
  );
}

import { Check } from 'lucide-react';
import { cn } from './cn';

/** Where one stands on the way; `current` counts from 0. */
export function Steps({
  labels,
  current,
  label,
}: {
  labels: readonly string[];
  current: number;
  label: string;
}) {
  return (
    <ol aria-label={label} className="flex items-center gap-2 text-12 text-fg-3">
      {labels.map((name, index) => (
        <li
          key={name}
          aria-current={index === current ? 'step' : undefined}
          className={cn(
            "flex items-center gap-1.5 whitespace-nowrap [&+&]:before:mr-0.5 [&+&]:before:h-px [&+&]:before:w-[18px] [&+&]:before:bg-line-2 [&+&]:before:content-['']",
            index === current && 'font-medium text-fg',
          )}
        >
          <span
            aria-hidden
            className={cn(
              'grid size-[18px] place-items-center rounded-full border border-line-2 text-11 font-medium tabular-nums',
              index < current && 'border-transparent bg-surface-3 text-fg-2',
              index === current && 'border-ink bg-ink text-on-ink',
            )}
          >
            {index < current ? <Check size={11} strokeWidth={2.5} /> : index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}

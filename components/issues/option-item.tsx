import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import type { ListOption } from './option-list';

interface OptionItemProps {
  id: string;
  option: ListOption;
  selected: boolean;
  active: boolean;
  multiple: boolean;
  onChoose: () => void;
}

/** One entry: box or tick, mark, label, hint, count. */
export function OptionItem({ id, option, selected, active, multiple, onChoose }: OptionItemProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-disabled={option.disabled}
      onClick={onChoose}
      onKeyDown={(event) => event.key === 'Enter' && onChoose()}
      // The search field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      className={cn(
        'flex min-h-[30px] cursor-pointer items-center gap-2 rounded-[5px] px-2 hover:bg-surface-2 phone:min-h-11',
        active && 'bg-surface-2',
        option.disabled && 'cursor-not-allowed text-fg-3',
        option.detail && 'py-1.5',
        option.divides &&
          'relative mb-[11px] after:absolute after:inset-x-1 after:-bottom-1.5 after:h-px after:bg-line',
      )}
    >
      {multiple ? (
        <span
          aria-hidden
          className={cn(
            'grid size-[15px] shrink-0 place-items-center rounded-tag border-[1.5px] border-line-control bg-surface text-on-ink',
            selected && 'border-ink bg-ink',
          )}
        >
          {selected ? <Check size={11} strokeWidth={3} /> : null}
        </span>
      ) : null}
      {option.mark}
      <span className="min-w-0">
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate">{option.label}</span>
          {option.hint ? <span className="shrink-0 text-11 text-fg-3">{option.hint}</span> : null}
        </span>
        {option.detail ? <span className="block text-11 text-fg-3 tabular-nums">{option.detail}</span> : null}
      </span>
      <span className="ml-auto flex shrink-0 items-center gap-1.5 text-12 text-fg-3 tabular-nums">
        {option.count}
        {!multiple && selected ? <Check size={14} aria-hidden className="text-fg-2" /> : null}
      </span>
    </div>
  );
}

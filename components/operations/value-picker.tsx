'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ListOption, OptionList } from '@/components/issues/option-list';
import { cn } from '@/components/ui/cn';
import { ColorChip, colorStyle } from '@/components/ui/color-chip';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';

/** Key of the entry that stands for no value. */
const NONE = 'none';

interface ValuePickerProps {
  /** Names the control, e.g. `WEBの状態`. */
  label: string;
  values: readonly { id: number; name: string; color?: string }[];
  chosen: number | null;
  /** What "no value" is called here, e.g. 変えない. */
  none: string;
  onChoose: (id: number | null) => void;
  className?: string;
}

/** One value of a list, or none. */
export function ValuePicker({ label, values, chosen, none, onChoose, className }: ValuePickerProps) {
  const t = useTranslations('composer');
  const [open, setOpen] = useState(false);
  const value = values.find(({ id }) => id === chosen) ?? null;
  const options: ListOption[] = [
    { key: NONE, label: none, divides: true },
    ...values.map(({ id, name, color }) => ({
      key: String(id),
      label: name,
      mark:
        color === undefined ? null : (
          <span aria-hidden style={colorStyle(color)} className="type-mark size-2 shrink-0 rounded-full" />
        ),
    })),
  ];
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        className={cn(
          'flex h-7 w-full min-w-0 items-center gap-1.5 rounded-ctl border border-line-control bg-surface px-2 text-left phone:h-11',
          className,
        )}
      >
        <span className="sr-only">{label}: </span>
        <span className={cn('flex min-w-0 flex-1 overflow-hidden', value === null && 'text-fg-3')}>
          {value?.color === undefined ? (
            <span
              className={cn(
                'truncate',
                value !== null && 'rounded-tag bg-accent-soft-2 px-1.5 font-medium text-accent-text',
              )}
            >
              {value?.name ?? none}
            </span>
          ) : (
            <ColorChip label={value.name} color={value.color} kind="new" />
          )}
        </span>
        <ChevronDown size={12} aria-hidden className="shrink-0 text-fg-3" />
      </PopoverTrigger>
      <PopoverContent aria-label={label} className="w-[min(280px,calc(100vw-24px))]">
        <OptionList
          label={label}
          searchLabel={t('searchIn', { field: label })}
          options={options}
          selected={new Set([value === null ? NONE : String(value.id)])}
          multiple={false}
          onToggle={() => undefined}
          onCommit={(key) => {
            if (key !== null) onChoose(key === NONE ? null : Number(key));
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { matchOptions } from './match-options';
import { OptionItem } from './option-item';

/** One entry of a searchable list. */
export interface ListOption {
  key: string;
  label: string;
  /** Grey text after the label, e.g. the projects that have the value. */
  hint?: string | undefined;
  /** Mark before the label. */
  mark?: ReactNode;
  /** How many of the listed issues have it. */
  count?: number | undefined;
  /** A line is drawn below it. */
  divides?: boolean;
  /** A second line in grey. */
  detail?: string;
  /** It is shown, and cannot be chosen; `detail` says why. */
  disabled?: boolean;
}

interface OptionListProps {
  options: readonly ListOption[];
  selected: ReadonlySet<string>;
  /** Boxes, several of them; otherwise one is chosen. */
  multiple: boolean;
  onToggle: (key: string) => void;
  /** Enter. `active` is the highlighted entry. */
  onCommit: (active: string | null) => void;
  searchLabel: string;
  label: string;
}

/**
 * Search field over a list: ↑ ↓ move, Space ticks, Enter is done. The field keeps the focus, and keys of a Japanese
 * composition belong to the composition.
 */
export function OptionList(props: OptionListProps) {
  const { options, selected, multiple, onToggle, onCommit } = props;
  const t = useTranslations('issues.list');
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const found = matchOptions(options, text);
  const current = found[active];
  const firstUsable = found.find((option) => !option.disabled)?.key ?? null;

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const last = found.length - 1;
    if (current?.disabled && (event.key === 'Enter' || (event.key === ' ' && multiple))) {
      event.preventDefault();
      return;
    }
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : active - 1);
    else if (event.key === 'Enter') onCommit(current?.key ?? (text === '' ? null : firstUsable));
    else if (event.key === ' ' && multiple && current) onToggle(current.key);
    else return;
    event.preventDefault();
  }

  return (
    <div className="flex min-h-0 flex-col">
      <div className="relative mx-0.5 mb-1.5">
        <Search
          size={14}
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-fg-3"
        />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${current.key}` : undefined}
          aria-label={props.searchLabel}
          placeholder={props.searchLabel}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(event.target.value === '' ? -1 : 0);
          }}
          onKeyDown={onKeyDown}
          className="h-[30px] w-full rounded-ctl border border-line-control bg-surface pr-2 pl-8 text-13 placeholder:text-fg-3 focus-visible:outline-2 focus-visible:outline-offset-0 phone:h-10 phone:text-16"
        />
      </div>
      <div
        id={listId}
        role="listbox"
        aria-label={props.label}
        aria-multiselectable={multiple}
        className="max-h-[min(340px,50dvh)] overflow-y-auto"
      >
        {found.map((option, index) => (
          <OptionItem
            key={option.key}
            id={`${listId}-${option.key}`}
            option={option}
            selected={selected.has(option.key)}
            active={index === active}
            multiple={multiple}
            onChoose={() => {
              setActive(index);
              if (option.disabled) return;
              if (multiple) onToggle(option.key);
              else onCommit(option.key);
            }}
          />
        ))}
      </div>
      {found.length === 0 ? (
        <p className="px-2 py-2 text-12 text-fg-3">{text === '' ? t('empty') : t('noMatch')}</p>
      ) : null}
    </div>
  );
}

'use client';
import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';

interface KeywordFieldProps {
  /** The keyword of the view. */
  value: string;
  onApply: (keyword: string) => void;
  field: RefObject<HTMLInputElement | null>;
}

/** Searches on Enter and when the field is left, never in the middle of a composition. */
export function KeywordField({ value, onApply, field }: KeywordFieldProps) {
  const t = useTranslations('issues.filter');
  const [text, setText] = useState(value);
  // Back and forward bring another keyword: the field follows the address.
  const [followed, setFollowed] = useState(value);
  if (followed !== value) {
    setFollowed(value);
    setText(value);
  }
  const apply = () => {
    if (text.trim() !== value) onApply(text.trim());
  };
  return (
    <div className="relative w-[172px] shrink-0 phone:order-last">
      <Search
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-fg-3"
      />
      <input
        ref={field}
        type="text"
        role="searchbox"
        aria-label={t('keyword')}
        placeholder={t('keyword')}
        maxLength={200}
        enterKeyHint="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={apply}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
          if (event.key === 'Enter') apply();
          if (event.key === 'Escape') {
            event.stopPropagation();
            setText(value);
            requestAnimationFrame(() => field.current?.blur());
          }
        }}
        className="h-[26px] w-full rounded-ctl border border-line-control bg-surface pr-6 pl-7 text-12 text-fg placeholder:text-fg-3 focus-visible:outline-2 focus-visible:outline-offset-0 phone:h-[34px] phone:text-16"
      />
      {value === '' ? null : (
        <button
          type="button"
          aria-label={t('clear', { field: t('keyword') })}
          onClick={() => onApply('')}
          className="absolute inset-y-px right-px grid w-6 place-items-center rounded-tag text-fg-3 hover:text-fg"
        >
          <X size={12} aria-hidden />
        </button>
      )}
    </div>
  );
}

'use client';
import { Plus, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { matchOptions } from '../match-options';
import { PHONE, useMedia } from '../use-media';
import type { BlockField } from './block-field';
import { useFieldLabel } from './use-field-label';

/** With fewer fields than this all of them are seen at a glance. */
const FILTER_FROM = 8;

interface AddFieldsProps {
  /** Fields that are not in the composer yet, in its order. */
  fields: readonly BlockField[];
  onAdd: (field: BlockField) => void;
  /** Counts up when the person asks for "more fields". */
  asked: number;
}

/** Every field that can still be added, and what cannot be changed here. */
export function AddFields({ fields, onAdd, asked }: AddFieldsProps) {
  const t = useTranslations('composer');
  const labelOf = useFieldLabel();
  const [text, setText] = useState('');
  const first = useRef<HTMLButtonElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const phone = useMedia(PHONE);
  const place = useEffectEvent(() => {
    // On a phone the keyboard would cover the fields.
    const start = phone ? first.current : (filter.current ?? first.current);
    start?.focus();
  });
  useEffect(() => {
    if (asked > 0) place();
  }, [asked]);

  const options = matchOptions(
    fields.map((field) => ({ field, label: labelOf(field.key) })),
    text,
  );
  const groups = [
    { name: t('groupBasic'), options: options.filter(({ field }) => field.target === null) },
    { name: t('groupCustom'), options: options.filter(({ field }) => field.target !== null) },
  ].filter((group) => group.options.length > 0);
  const add = (field: BlockField) => {
    setText('');
    onAdd(field);
  };
  return (
    <div className="py-2.5">
      {fields.length >= FILTER_FROM || text !== '' ? (
        <div className="relative mb-2">
          <Search
            size={13}
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-fg-3"
          />
          <input
            ref={filter}
            type="search"
            aria-label={t('findField')}
            placeholder={t('findField')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey)
                return;
              event.preventDefault();
              const [found] = options;
              if (found && text !== '') add(found.field);
            }}
            className="h-7 w-full rounded-ctl border border-line-control bg-surface pr-2 pl-7 text-12 placeholder:text-fg-3 focus-visible:outline-2 focus-visible:outline-offset-0 phone:h-11 phone:text-16"
          />
        </div>
      ) : null}
      {groups.map(({ name, options: shown }, group) => (
        <fieldset key={name} className="mb-1.5 flex flex-wrap items-center gap-[5px]">
          <legend className="float-left mr-1 text-11 text-fg-3 leading-6 phone:leading-[44px]">{name}</legend>
          {shown.map(({ field, label }, index) => (
            <button
              key={field.key}
              ref={group === 0 && index === 0 ? first : null}
              type="button"
              title={label}
              onClick={() => add(field)}
              className="inline-flex h-6 max-w-full items-center gap-1 rounded-ctl border border-line-2 border-dashed pr-[7px] pl-[5px] text-12 text-fg-2 hover:bg-surface-2 phone:h-11 phone:px-3"
            >
              <Plus size={12} aria-hidden className="shrink-0 text-fg-3" />
              <span className="truncate">{label}</span>
            </button>
          ))}
        </fieldset>
      ))}
      {text !== '' && groups.length === 0 ? (
        <p className="mb-1.5 text-12 text-fg-3">{t('noSuchField')}</p>
      ) : null}
      <p className="mt-2 text-11 text-fg-3">{t('onlyInBacklog')}</p>
    </div>
  );
}

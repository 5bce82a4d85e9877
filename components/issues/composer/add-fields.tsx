'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { ChangeField } from '@/lib/bulk/changes';

interface AddFieldsProps {
  /** Fields that are not in the composer yet. */
  fields: readonly ChangeField[];
  onAdd: (field: ChangeField) => void;
  /** Counts up when the person asks for "more fields". */
  asked: number;
}

/** Every field that can still be added. */
export function AddFields({ fields, onAdd, asked }: AddFieldsProps) {
  const t = useTranslations('composer');
  const names = useTranslations('common.field');
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked > 0) first.current?.focus();
  }, [asked]);
  if (fields.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-[5px] py-2.5">
      <legend className="float-left mr-1 text-11 text-fg-3 leading-6">{t('addField')}</legend>
      {fields.map((field, index) => (
        <button
          key={field}
          ref={index === 0 ? first : null}
          type="button"
          onClick={() => onAdd(field)}
          className="inline-flex h-6 items-center gap-1 rounded-ctl border border-line-2 border-dashed pr-[7px] pl-[5px] text-12 text-fg-2 hover:bg-surface-2 phone:h-11 phone:px-3"
        >
          <Plus size={12} aria-hidden className="text-fg-3" />
          {names(field)}
        </button>
      ))}
    </fieldset>
  );
}

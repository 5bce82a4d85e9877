'use client';
import { useTranslations } from 'next-intl';
import { TextInput } from '@/components/ui/field';
import { problemOf } from './draft-limits';
import type { EditorProps } from './editor-props';

/** Hours, or the number of a custom field. A text field, because a number field drops what it cannot read. */
export function NumberEditor({ draft, label, onPatch }: EditorProps) {
  const t = useTranslations('composer');
  return (
    <div className="flex items-center gap-2">
      <TextInput
        data-first-control
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={problemOf(draft) !== null}
        value={draft.text}
        onChange={(event) => onPatch({ text: event.target.value })}
        className="w-32 tabular-nums phone:h-11"
      />
      {draft.target === null ? <span className="text-12 text-fg-2">{t('hours')}</span> : null}
    </div>
  );
}

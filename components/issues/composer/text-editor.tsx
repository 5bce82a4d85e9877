'use client';
import { useTranslations } from 'next-intl';
import { TextArea, TextInput } from '@/components/ui/field';
import { problemOf } from './draft-limits';
import type { EditorProps } from './editor-props';

/** A comment or the text of a custom field, of one line or several. */
export function TextEditor({ draft, label, onPatch }: EditorProps) {
  const t = useTranslations('composer');
  const problem = problemOf(draft);
  const common = {
    'data-first-control': true,
    'aria-label': label,
    'aria-invalid': problem !== null,
    value: draft.text,
  };
  if (draft.target?.typeId === 1) {
    return (
      <TextInput
        {...common}
        autoComplete="off"
        onChange={(event) => onPatch({ text: event.target.value })}
        className="phone:h-11"
      />
    );
  }
  const isComment = draft.key === 'comment';
  return (
    <>
      <TextArea
        {...common}
        rows={3}
        placeholder={isComment ? t('commentPlaceholder') : undefined}
        onChange={(event) => onPatch({ text: event.target.value })}
        // Looking for phrases takes Chromium half a minute in a long text.
        className="block max-h-64 [field-sizing:content] min-h-[72px] [word-break:normal]"
      />
      {isComment && problem === null ? <p className="mt-1 text-11 text-fg-3">{t('commentNote')}</p> : null}
    </>
  );
}

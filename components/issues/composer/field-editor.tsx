'use client';
import { useTranslations } from 'next-intl';
import { traitsOf } from './block-field';
import { ChoiceEditor } from './choice-editor';
import { DayEditor } from './day-editor';
import { problemOf } from './draft-limits';
import type { EditorProps } from './editor-props';
import { NumberEditor } from './number-editor';
import { OtherText } from './other-text';
import { ParentEditor } from './parent-editor';
import { ProblemLine } from './problem-line';
import { TextEditor } from './text-editor';

/** The values of one block, as its field and verb need them, and what is wrong with them. */
export function FieldEditor(props: EditorProps) {
  const t = useTranslations('composer');
  if (props.draft.verb === 'clear') {
    return <p className="text-12 text-fg-2">{t('willClear', { field: props.label })}</p>;
  }
  return (
    <>
      <Values {...props} />
      <OtherText {...props} />
      <ProblemLine draft={props.draft} problem={problemOf(props.draft)} />
    </>
  );
}

function Values(props: EditorProps) {
  switch (traitsOf(props.draft).editor) {
    case 'day':
      return <DayEditor {...props} />;
    case 'number':
      return <NumberEditor {...props} />;
    case 'text':
      return <TextEditor {...props} />;
    case 'issue':
      return <ParentEditor {...props} />;
    default:
      return <ChoiceEditor {...props} />;
  }
}

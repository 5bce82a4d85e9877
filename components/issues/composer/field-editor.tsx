'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/layout/use-format';
import { TextArea, TextInput } from '@/components/ui/field';
import type { ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import { ChoicePicker } from './choice-picker';
import { FIRST_DAY, type FieldDraft, LAST_DAY, MOST_COMMENT } from './draft';
import { useChoices } from './use-choices';

interface FieldEditorProps {
  draft: FieldDraft;
  label: string;
  reference: SpaceReference;
  projects: readonly ProjectReference[];
  openAtOnce: boolean;
  onPatch: (patch: Partial<Omit<FieldDraft, 'field'>>) => void;
}

/** The values of one block, as its verb needs them. */
export function FieldEditor(props: FieldEditorProps) {
  const { draft, label, reference, projects, onPatch } = props;
  const t = useTranslations('composer');
  const choices = useChoices(draft.field, reference, projects);
  const common = { field: draft.field, choices, projects };

  if (draft.field === 'comment') return <CommentEditor {...props} />;
  if (draft.verb === 'clear') return <p className="text-12 text-fg-2">{t('willClear', { field: label })}</p>;
  if (draft.field === 'dueDate' || draft.field === 'startDate') return <DayEditor {...props} />;
  if (draft.verb === 'swap') {
    return (
      <div className="flex items-center gap-1.5">
        <div className="min-w-0 flex-1">
          <ChoicePicker
            {...common}
            label={t('swapFrom', { field: label })}
            chosen={draft.from ? [draft.from] : []}
            onChoose={([from = null]) => onPatch({ from })}
          />
        </div>
        <ArrowRight size={14} aria-hidden className="shrink-0 text-fg-3" />
        <div className="min-w-0 flex-1">
          <ChoicePicker
            {...common}
            label={t('swapTo', { field: label })}
            chosen={draft.to ? [draft.to] : []}
            onChoose={([to = null]) => onPatch({ to })}
          />
        </div>
      </div>
    );
  }
  if (draft.field === 'milestone' || draft.field === 'category') {
    return (
      <ChoicePicker
        {...common}
        label={label}
        multiple
        openAtOnce={props.openAtOnce}
        chosen={draft.values}
        onChoose={(values) => onPatch({ values })}
      />
    );
  }
  return (
    <ChoicePicker
      {...common}
      label={label}
      openAtOnce={props.openAtOnce}
      chosen={draft.to ? [draft.to] : []}
      onChoose={([to = null]) => onPatch({ to })}
    />
  );
}

function DayEditor({ draft, label, onPatch }: FieldEditorProps) {
  const format = useFormat();
  return (
    <div className="flex items-center gap-2">
      <TextInput
        data-first-control
        type="date"
        aria-label={label}
        min={FIRST_DAY}
        max={LAST_DAY}
        value={draft.day}
        onChange={(event) => onPatch({ day: event.target.value })}
        className="w-40 phone:h-11"
      />
      {draft.day === '' ? null : (
        <span className="text-12 text-fg-2 tabular-nums">{format.day(draft.day)}</span>
      )}
    </div>
  );
}

function CommentEditor({ draft, label, onPatch }: FieldEditorProps) {
  const t = useTranslations('composer');
  return (
    <>
      <TextArea
        data-first-control
        aria-label={label}
        rows={3}
        placeholder={t('commentPlaceholder')}
        value={draft.text}
        onChange={(event) => onPatch({ text: event.target.value })}
        className="block max-h-64 [field-sizing:content] min-h-[72px]"
      />
      {draft.text.length > MOST_COMMENT ? (
        <p role="alert" className="mt-1 text-11 text-danger">
          {t('commentTooLong', { count: draft.text.length, most: MOST_COMMENT })}
        </p>
      ) : (
        <p className="mt-1 text-11 text-fg-3">{t('commentNote')}</p>
      )}
    </>
  );
}

'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { traitsOf } from './block-field';
import { ChoicePicker } from './choice-picker';
import type { EditorProps } from './editor-props';
import { useChoices } from './use-choices';

/** One value, several values, people, or a value for another one. */
export function ChoiceEditor({ draft, label, reference, projects, openAtOnce, onPatch }: EditorProps) {
  const t = useTranslations('composer');
  const choices = useChoices(draft, reference, projects);
  const common = { field: draft.key, choices, projects };
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
  if (traitsOf(draft).editor === 'value') {
    return (
      <ChoicePicker
        {...common}
        label={label}
        openAtOnce={openAtOnce}
        chosen={draft.to ? [draft.to] : []}
        onChoose={([to = null]) => onPatch({ to })}
      />
    );
  }
  return (
    <>
      <ChoicePicker
        {...common}
        label={label}
        multiple
        openAtOnce={openAtOnce}
        chosen={draft.values}
        onChoose={(values) => onPatch({ values })}
      />
      {draft.key === 'notify' ? <p className="mt-1 text-11 text-fg-3">{t('notifyNote')}</p> : null}
    </>
  );
}

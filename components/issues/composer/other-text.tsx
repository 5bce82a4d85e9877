'use client';
import { useTranslations } from 'next-intl';
import { TextInput } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import { takesFreeText } from './custom-fields';
import { takesOther } from './draft-limits';
import type { EditorProps } from './editor-props';

const modes = ['keep', 'set', 'clear'] as const;
const otherOf = { keep: undefined, set: '', clear: null } as const;

/** The free text beside the choices of a checkbox or radio field: it stays, is given, or is emptied. */
export function OtherText({ draft, label, projects, onPatch }: EditorProps) {
  const t = useTranslations('composer.other');
  const { target, other, verb } = draft;
  if (target === null || !takesOther(verb)) return null;
  if (other === undefined && !takesFreeText(target, projects)) return null;
  const mode = other === undefined ? 'keep' : other === null ? 'clear' : 'set';
  return (
    <div className="mt-1.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span aria-hidden className="flex-1 text-12 text-fg-2">
          {t('title')}
        </span>
        <Segmented
          label={`${label} ${t('title')}`}
          value={mode}
          onValueChange={(next) => onPatch({ other: otherOf[next] })}
          options={modes.map((value) => ({ value, label: t(value) }))}
          className="[&>button]:h-[22px] [&>button]:px-[7px] [&>button]:text-[11.5px] phone:[&>button]:h-11 phone:[&>button]:px-3"
        />
      </div>
      {typeof other === 'string' ? (
        <TextInput
          aria-label={`${label} ${t('title')}`}
          autoComplete="off"
          placeholder={t('placeholder')}
          value={other}
          onChange={(event) => onPatch({ other: event.target.value })}
          className="mt-1 phone:h-11"
        />
      ) : null}
    </div>
  );
}

'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import type { ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import { type FieldDraft, verbsOf } from './draft';
import type { FieldEffect } from './effect';
import { EffectLine } from './effect-line';
import { FieldEditor } from './field-editor';
import { fieldIcons } from './field-icons';

interface FieldBlockProps {
  draft: FieldDraft;
  reference: SpaceReference;
  /** Projects of the selected issues. */
  projects: readonly ProjectReference[];
  /** Null while something is missing. */
  effect: FieldEffect | null;
  /** Counts up whenever the person asks for this field; 0 when it was not asked for. */
  asked: number;
  onPatch: (patch: Partial<Omit<FieldDraft, 'field'>>) => void;
  onRemove: () => void;
}

/** One field of the change: verb, value, what it does to the selected issues. */
export function FieldBlock({
  draft,
  reference,
  projects,
  effect,
  asked,
  onPatch,
  onRemove,
}: FieldBlockProps) {
  const t = useTranslations('composer');
  const fields = useTranslations('common.field');
  const verbs = useTranslations('common.verb');
  const label = fields(draft.field);
  const Icon = fieldIcons[draft.field];
  const titleId = useId();
  const block = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    const control = block.current?.querySelector<HTMLElement>('[data-first-control]');
    control?.focus();
    control?.scrollIntoView({ block: 'nearest' });
  }, [asked]);

  return (
    <section ref={block} aria-labelledby={titleId} className="border-line border-b pt-[9px] pb-2">
      <div className="mb-1.5 flex flex-wrap items-center gap-x-[7px] gap-y-1">
        <Icon size={14} aria-hidden className="text-fg-3" />
        <h3 id={titleId} className="flex-1 whitespace-nowrap font-semibold">
          {label}
        </h3>
        {verbsOf[draft.field].length > 1 ? (
          <Segmented
            label={t('verbOf', { field: label })}
            value={draft.verb}
            onValueChange={(verb) => onPatch({ verb })}
            options={verbsOf[draft.field].map((verb) => ({ value: verb, label: verbs(verb) }))}
            className="[&>button]:h-[22px] [&>button]:px-[7px] [&>button]:text-[11.5px] phone:[&>button]:h-9 phone:[&>button]:px-3"
          />
        ) : null}
        <Button
          tone="ghost"
          size="square"
          aria-label={t('removeField', { field: label })}
          onClick={onRemove}
          className="ml-auto size-6 phone:size-11"
        >
          <X size={12} aria-hidden />
        </Button>
      </div>
      <FieldEditor
        key={draft.verb}
        draft={draft}
        label={label}
        reference={reference}
        projects={projects}
        openAtOnce={asked > 0 && draft.to === null && draft.values.length === 0}
        onPatch={onPatch}
      />
      {effect ? <EffectLine field={draft.field} effect={effect} /> : null}
    </section>
  );
}

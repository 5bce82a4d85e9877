'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import type { ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import { traitsOf } from './block-field';
import type { Choice } from './choice';
import { projectsWithoutField } from './custom-fields';
import type { DraftPatch, FieldDraft } from './draft';
import type { FieldEffect } from './effect';
import { EffectLine } from './effect-line';
import { FieldEditor } from './field-editor';
import { iconOf } from './field-icons';
import { useFieldLabel } from './use-field-label';

interface FieldBlockProps {
  draft: FieldDraft;
  reference: SpaceReference;
  /** Projects of the selected issues. */
  projects: readonly ProjectReference[];
  /** Null while something is missing. */
  effect: FieldEffect | null;
  /** Counts up whenever the person asks for this field; 0 when it was not asked for. */
  asked: number;
  /** The new type that demands this field; null when none does. */
  requiredBy: string | null;
  /** Fields that this new type demands, by name. */
  demands: readonly string[];
  onPatch: (patch: DraftPatch) => void;
  onFound: (to: Choice | null) => void;
  /** Null for a block that is there because the new type demands it: it stays. */
  onRemove: (() => void) | null;
}

/** One field of the change: verb, value, what it does to the selected issues. */
export function FieldBlock(props: FieldBlockProps) {
  const { draft, projects, effect, asked, onPatch, onRemove } = props;
  const t = useTranslations('composer');
  const verbs = useTranslations('common.verb');
  const label = useFieldLabel()(draft.key);
  const Icon = iconOf(draft);
  const titleId = useId();
  const block = useRef<HTMLElement>(null);
  const fieldVerbs = traitsOf(draft).verbs;
  const without = draft.target === null ? [] : projectsWithoutField(draft.target, projects);
  useEffect(() => {
    if (asked === 0) return;
    const control = block.current?.querySelector<HTMLElement>('[data-first-control]');
    control?.focus();
    control?.scrollIntoView({ block: 'nearest' });
  }, [asked]);

  return (
    <section ref={block} aria-labelledby={titleId} className="border-line border-b pt-[9px] pb-2">
      <div className="mb-1.5 flex flex-wrap items-center gap-x-[7px] gap-y-1">
        <Icon size={14} aria-hidden className="shrink-0 text-fg-3" />
        <h3 id={titleId} title={label} className="max-w-[calc(100%-56px)] flex-auto truncate font-semibold">
          {label}
        </h3>
        {fieldVerbs.length > 1 ? (
          <Segmented
            label={t('verbOf', { field: label })}
            value={draft.verb}
            onValueChange={(verb) => onPatch({ verb })}
            options={fieldVerbs.map((verb) => ({ value: verb, label: verbs(verb) }))}
            className="[&>button]:h-[22px] [&>button]:px-[7px] [&>button]:text-[11.5px] phone:[&>button]:h-11 phone:[&>button]:px-3"
          />
        ) : null}
        {onRemove ? (
          <Button
            tone="ghost"
            size="square"
            aria-label={t('removeField', { field: label })}
            onClick={onRemove}
            className="ml-auto size-6 phone:size-11"
          >
            <X size={12} aria-hidden />
          </Button>
        ) : null}
      </div>
      {props.requiredBy === null ? null : (
        <p className="-mt-0.5 mb-1.5 text-11 text-fg-2">{t('requiredBy', { type: props.requiredBy })}</p>
      )}
      <FieldEditor
        key={draft.verb}
        draft={draft}
        label={label}
        reference={props.reference}
        projects={projects}
        openAtOnce={asked > 0 && draft.to === null && draft.values.length === 0}
        onPatch={onPatch}
        onFound={props.onFound}
      />
      {props.demands.length > 0 ? (
        <p className="mt-1.5 text-11 text-fg-2">{t('demands', { fields: props.demands.join(', ') })}</p>
      ) : null}
      {without.length > 0 ? (
        <p className="mt-1.5 text-11 text-warn">{t('fieldNotIn', { projects: without.join(' ') })}</p>
      ) : null}
      {effect ? <EffectLine field={draft.key} effect={effect} /> : null}
    </section>
  );
}

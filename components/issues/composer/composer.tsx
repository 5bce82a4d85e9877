'use client';
import { Undo2, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type Dispatch, useMemo } from 'react';
import { Bracket } from '@/components/ui/bracket';
import { Button } from '@/components/ui/button';
import type { ActionError } from '@/lib/actions/action-result';
import type { ChangeKey } from '@/lib/bulk/change-key';
import type { ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import { AddFields } from './add-fields';
import type { BlockField } from './block-field';
import { composerFields, shownBlocks, typeDemand } from './composer-blocks';
import { ComposerFoot } from './composer-foot';
import type { ComposerAction, ComposerState } from './composer-state';
import type { Effect } from './effect';
import { FieldBlock } from './field-block';
import { useFieldLabel } from './use-field-label';

/** Which field the person asked for last; `turn` counts up so that asking twice is noticed. */
export interface AskedField {
  field: ChangeKey | null;
  turn: number;
}

interface ComposerProps {
  state: ComposerState;
  dispatch: Dispatch<ComposerAction>;
  asked: AskedField;
  onAsk: (field: BlockField) => void;
  reference: SpaceReference;
  /** Projects of the selected issues. */
  projects: readonly ProjectReference[];
  /** How many are selected, and how many of them per project. */
  count: number;
  perProject: readonly { projectKey: string; count: number }[];
  effect: Effect | null;
  unknown: number;
  obstacle: string | null;
  error: ActionError | null;
  submitting: boolean;
  onSubmit: () => void;
  onClose: () => void;
}

/**
 * Composing a change beside the list: pushes the table in wide windows, lies over it in narrow ones, fills a phone.
 * Nothing of it is kept but in memory, and nothing of it is sent before the preview is asked for.
 */
export function Composer(props: ComposerProps) {
  const { state, dispatch, asked, effect, projects } = props;
  const t = useTranslations('composer');
  const { number } = useFormatter();
  const labelOf = useFieldLabel();
  const demand = useMemo(() => typeDemand(state.drafts, projects), [state.drafts, projects]);
  const fields = useMemo(() => composerFields(projects), [projects]);
  const blocks = shownBlocks(state.drafts, demand);
  const demanded = new Set(demand?.fields.map(({ key }) => key));
  const own = new Set(state.drafts.map(({ key }) => key));
  const shown = new Set(blocks.map(({ key }) => key));
  return (
    <aside
      aria-label={t('title')}
      // In its fields too; an open list has used the key up by then, and a composition keeps it.
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isDefaultPrevented() || event.nativeEvent.isComposing) return;
        event.preventDefault();
        props.onClose();
      }}
      className="flex w-[408px] flex-none flex-col border-line border-l bg-surface narrow:absolute narrow:inset-y-0 narrow:right-0 narrow:z-20 narrow:w-[400px] narrow:shadow-e3 phone:fixed phone:inset-0 phone:z-30 phone:w-full phone:border-0"
    >
      <div className="flex h-12 flex-none items-center gap-2 border-line border-b pr-2.5 pl-4">
        <h2 className="flex-1 font-semibold text-14">{t('title')}</h2>
        <Button
          tone="ghost"
          size="square"
          aria-label={t('undo')}
          title={t('undo')}
          disabled={state.past.length === 0}
          onClick={() => dispatch({ type: 'undo' })}
          className="disabled:border-transparent disabled:bg-transparent phone:size-11"
        >
          <Undo2 size={14} aria-hidden />
        </Button>
        <Button
          tone="ghost"
          size="square"
          aria-label={t('close')}
          title={t('close')}
          onClick={props.onClose}
          className="phone:size-11"
        >
          <X size={16} aria-hidden />
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-2.5">
        <div className="flex items-center gap-2.5 border-line border-b pt-1 pb-2">
          <Bracket className="h-8 rounded-l-[2px]" />
          <p className="min-w-0 flex-1">
            {t.rich('selected', {
              count: props.count,
              b: (chunks) => <b className="text-14 tabular-nums">{chunks}</b>,
            })}
            <span className="block truncate text-11 text-fg-3 tabular-nums">
              {props.perProject.map(({ projectKey, count }) => `${projectKey} ${number(count)}`).join(' ・ ')}
            </span>
          </p>
          <Button tone="ghost" onClick={props.onClose} className="h-[26px] phone:h-11">
            {t('reselect')}
          </Button>
        </div>
        {blocks.map((draft) => (
          <FieldBlock
            key={draft.key}
            draft={draft}
            reference={props.reference}
            projects={projects}
            effect={effect?.fields.get(draft.key) ?? null}
            asked={asked.field === draft.key ? asked.turn : 0}
            requiredBy={demand && demanded.has(draft.key) ? demand.type : null}
            demands={demand && draft.key === 'issueType' ? demand.fields.map(({ key }) => labelOf(key)) : []}
            onPatch={(patch) => dispatch({ type: 'patch', field: draft, patch })}
            onFound={(to) => dispatch({ type: 'found', key: draft.key, to })}
            onRemove={own.has(draft.key) ? () => dispatch({ type: 'remove', key: draft.key }) : null}
          />
        ))}
        <AddFields
          fields={fields.filter(({ key }) => !shown.has(key))}
          onAdd={props.onAsk}
          asked={asked.field === null ? asked.turn : 0}
        />
      </div>
      <ComposerFoot
        effect={effect}
        unknown={props.unknown}
        obstacle={props.obstacle}
        error={props.error}
        submitting={props.submitting}
        onSubmit={props.onSubmit}
      />
    </aside>
  );
}

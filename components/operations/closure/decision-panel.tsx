'use client';
import { useTranslations } from 'next-intl';
import { ValuePicker } from '../value-picker';
import type { Destination, LabelledId } from './closure-data';
import type { RowDecision } from './closure-form';
import { DestinationChoice } from './destination-choice';
import { type DecisionChange, useLaneContext } from './lane-context';

interface DecisionPanelProps {
  /** Where it goes now; null: undecided, or several differ. */
  to: Destination | null;
  own: RowDecision;
  /** What is decided about, for screen readers. */
  label: string;
  onDecide: (change: DecisionChange) => void;
}

/** Everything that can be decided about one issue, or about several. */
export function DecisionPanel({ to, own, label, onDecide }: DecisionPanelProps) {
  const t = useTranslations('operations.closure.decision');
  const { members, resolutions, resolution, nextName } = useLaneContext();
  return (
    <div className="grid gap-3 p-2">
      <div>
        <p aria-hidden className="mb-1 font-medium text-12 text-fg-2">
          {t('to')}
        </p>
        <DestinationChoice
          value={to}
          nextName={nextName}
          label={label}
          onChoose={(next) => onDecide({ to: next, ...(next === 'close' ? {} : { resolution: undefined }) })}
        />
      </div>
      {to === 'close' ? (
        <Choice
          label={t('resolution')}
          options={resolutions}
          chosen={own.resolution ?? null}
          none={t('sameResolution', { name: resolution?.label ?? '—' })}
          onChoose={(chosen) => onDecide({ resolution: chosen })}
        />
      ) : null}
      <Choice
        label={t('assignee')}
        options={members}
        chosen={own.assignee ?? null}
        none={t('sameAssignee')}
        onChoose={(chosen) => onDecide({ assignee: chosen })}
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  options: readonly LabelledId[];
  chosen: LabelledId | null;
  none: string;
  onChoose: (chosen: LabelledId | undefined) => void;
}

function Choice({ label, options, chosen, none, onChoose }: ChoiceProps) {
  return (
    <div>
      <p aria-hidden className="mb-1 font-medium text-12 text-fg-2">
        {label}
      </p>
      <ValuePicker
        label={label}
        values={options.map((option) => ({ id: option.id, name: option.label }))}
        chosen={chosen?.id ?? null}
        none={none}
        onChoose={(id) => onChoose(options.find((option) => option.id === id))}
      />
    </div>
  );
}

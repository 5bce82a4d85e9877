import { type ReactNode, useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { ColorChip } from '@/components/ui/color-chip';
import { pressedOption, type ScopeOption } from './scope-options';

interface ValueBoxesProps {
  label: string;
  options: readonly ScopeOption[];
  /** Ids of the ticked values; null when all are, which means any. */
  chosen: readonly number[] | null;
  onChoose: (ids: number[] | null) => void;
  /** In place of the plain label. */
  renderLabel?: (option: ScopeOption) => ReactNode;
}

/** A box per value, with how many issues have it; all are ticked at first. */
export function ValueBoxes({ label, options, chosen, onChoose, renderLabel }: ValueBoxesProps) {
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-12 text-fg-2">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1.5">
        {options.map((option) => (
          <label
            key={option.key}
            htmlFor={`${id}-${option.key}`}
            className="flex items-center gap-[7px] whitespace-nowrap phone:min-h-11"
          >
            <Checkbox
              id={`${id}-${option.key}`}
              checked={chosen === null || option.ids.some((id) => chosen.includes(id))}
              onCheckedChange={() => onChoose(pressedOption(chosen, option, options))}
            />
            {renderLabel ? renderLabel(option) : <Plain option={option} />}
            <span className="text-fg-3 tabular-nums">{option.count}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Plain({ option: { label, color } }: { option: ScopeOption }) {
  return color === undefined ? label : <ColorChip label={label} color={color} />;
}

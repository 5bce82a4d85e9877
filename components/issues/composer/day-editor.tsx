'use client';
import { useFormat } from '@/components/layout/use-format';
import { TextInput } from '@/components/ui/field';
import { FIRST_DAY, LAST_DAY } from './draft-limits';
import type { EditorProps } from './editor-props';

/** One calendar day, with its weekday beside it. */
export function DayEditor({ draft, label, onPatch }: EditorProps) {
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

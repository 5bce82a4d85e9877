'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Label, TextInput } from '@/components/ui/field';
import type { NextChoice } from './closure-form';
import type { NewMilestoneProblem } from './new-milestone-problem';

type NewMilestone = Extract<NextChoice, { kind: 'new' }>;

interface NewMilestoneFormProps {
  next: NewMilestone;
  problem: NewMilestoneProblem | null;
  onChange: (next: NewMilestone) => void;
  onDone: () => void;
}

const ofName: ReadonlySet<NewMilestoneProblem> = new Set(['noName', 'longName', 'nameTaken']);

/** Name and days of the milestone that the plan creates; what is wrong is said at once. */
export function NewMilestoneForm({ next, problem, onChange, onDone }: NewMilestoneFormProps) {
  const t = useTranslations('operations.closure.newMilestone');
  const id = useId();
  const wrongName = problem !== null && ofName.has(problem);
  const wrongDays = problem !== null && !wrongName;
  return (
    <form
      className="grid gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) onDone();
      }}
    >
      <p className="font-semibold text-13">{t('title')}</p>
      <div>
        <Label htmlFor={`${id}-name`}>{t('name')}</Label>
        <TextInput
          id={`${id}-name`}
          value={next.name}
          autoComplete="off"
          aria-invalid={wrongName}
          aria-describedby={`${id}-problem`}
          onChange={(event) => onChange({ ...next, name: event.target.value })}
          className="phone:h-11"
        />
      </div>
      <div className="grid grid-cols-2 gap-2">
        {(['startDate', 'dueDate'] as const).map((field) => (
          <div key={field} className="min-w-0">
            <Label htmlFor={`${id}-${field}`}>{t(field)}</Label>
            <TextInput
              id={`${id}-${field}`}
              type="date"
              value={next[field]}
              aria-invalid={wrongDays}
              aria-describedby={`${id}-problem`}
              onChange={(event) => onChange({ ...next, [field]: event.target.value })}
              className="phone:h-11"
            />
          </div>
        ))}
      </div>
      <p id={`${id}-problem`} aria-live="polite" className="text-11 text-danger empty:hidden">
        {problem === null ? '' : t(`problem.${problem}`, { name: next.name.trim() })}
      </p>
      <p className="text-11 text-fg-3">{t('note')}</p>
      <Button type="submit" tone="ink" disabled={problem !== null} className="phone:h-11">
        {t('done')}
      </Button>
    </form>
  );
}

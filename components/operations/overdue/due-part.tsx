'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { LAST_DAY } from '@/components/issues/composer/draft-limits';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { useSentences } from '@/components/layout/use-sentences';
import { DaysInput } from '@/components/operations/days-input';
import { StepSection } from '@/components/operations/step-section';
import { TextInput } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import type { OverdueControl } from './use-overdue';

/** Due dates stay as they are, or move to a day or by working days from today. */
export function DuePart({ control }: { control: OverdueControl }) {
  const t = useTranslations('operations.overdue');
  const format = useFormat();
  const sentences = useSentences();
  const { today } = useSpace();
  const id = useId();
  const { form, marking, problems, patch } = control;
  const { due } = form;
  const { newDue, workingDay, taken } = marking;
  const problem = problems.find((one) => one.startsWith('day') && one !== 'daysLate');
  // A field that is still empty is not wrong yet.
  const wrong = problem !== undefined && problem !== 'dayMissing';
  const effect = () => {
    if (due.to === 'keep') return t('due.stays');
    if (newDue === null || problem !== undefined) return null;
    return sentences(
      t('due.moves', { count: taken.length, day: format.day(newDue) }),
      due.to === 'workingDays' ? t('due.counted') : null,
    );
  };
  return (
    <StepSection number={3} title={t('due.title')} hint={t('due.hint')}>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label={t('due.title')}
          value={due.to}
          onValueChange={(to) => patch({ due: { ...due, to } })}
          options={[
            { value: 'keep', label: t('due.stay') },
            { value: 'day', label: t('due.day') },
            { value: 'workingDays', label: t('due.workingDays') },
          ]}
        />
        {due.to === 'day' ? (
          <TextInput
            type="date"
            aria-label={t('due.dayLabel')}
            min={today}
            max={LAST_DAY}
            value={due.day}
            aria-invalid={wrong}
            aria-describedby={`${id}-effect`}
            onChange={(event) => patch({ due: { ...due, day: event.target.value } })}
            className="h-7 w-40 phone:h-11"
          />
        ) : null}
        {due.to === 'workingDays' ? (
          <span className="flex items-center gap-1.5">
            <DaysInput
              label={t('due.daysLabel')}
              days={due.days}
              wrong={wrong}
              describedBy={`${id}-effect`}
              onDays={(days) => patch({ due: { ...due, days } })}
            />
            <span>{t('due.after')}</span>
          </span>
        ) : null}
      </div>
      <p id={`${id}-effect`} className="mt-1.5 text-11 text-fg-3 leading-[17px] tabular-nums">
        {wrong ? <span className="text-12 text-danger">{t(`problem.${problem}`)}</span> : effect()}
      </p>
      {workingDay !== null && problem === undefined ? (
        <p className="mt-1 text-11 text-warn">
          {t('due.dayOff')}{' '}
          <button
            type="button"
            onClick={() => patch({ due: { ...due, day: workingDay } })}
            className="font-medium underline underline-offset-2 phone:min-h-11"
          >
            {t('due.useWorkingDay', { day: format.day(workingDay) })}
          </button>
        </p>
      ) : null}
    </StepSection>
  );
}

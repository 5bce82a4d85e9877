'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { DaysInput } from '@/components/operations/days-input';
import { Segmented } from '@/components/ui/segmented';
import { MOST_LATE, numberOf } from './overdue-decisions';

/** The usual answers; any other number can be typed. */
const presets = ['1', '7', '14', '30'] as const;

interface DaysLateProps {
  /** As typed. */
  days: string;
  onDays: (days: string) => void;
}

/** From how many days on an issue is meant. */
export function DaysLate({ days, onDays }: DaysLateProps) {
  const t = useTranslations('operations.overdue');
  const id = useId();
  const wrong = numberOf(days, MOST_LATE) === null;
  return (
    <div>
      <p className="mb-1 font-medium text-12 text-fg-2">{t('scope.daysLate')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label={t('scope.daysLate')}
          value={days.trim()}
          onValueChange={onDays}
          options={presets.map((value) => ({ value, label: t('scope.preset', { days: Number(value) }) }))}
        />
        <span className="flex items-center gap-1.5">
          <DaysInput
            label={t('scope.daysLabel')}
            days={days}
            wrong={wrong}
            describedBy={wrong ? `${id}-problem` : undefined}
            className="w-16"
            onDays={onDays}
          />
          <span>{t('scope.orMore')}</span>
        </span>
      </div>
      {wrong ? (
        <p id={`${id}-problem`} role="alert" className="mt-1 text-12 text-danger">
          {t('problem.daysLate')}
        </p>
      ) : null}
    </div>
  );
}

'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { useFormat } from '@/components/layout/use-format';
import { useSentences } from '@/components/layout/use-sentences';
import { Segmented } from '@/components/ui/segmented';
import { DaysInput } from '../days-input';
import { daysOf } from './form-operation';
import type { HandoverForm } from './handover-form';
import type { MovedDue } from './use-forecast';

interface DuePartProps {
  due: HandoverForm['due'];
  moved: readonly MovedDue[];
  /** Issues that go. */
  going: number;
  /** Of these, the ones without a due date. */
  undated: number;
  onDue: (due: HandoverForm['due']) => void;
}

/** Due dates stay, or move by working days. */
export function DuePart({ due, moved, going, undated, onDue }: DuePartProps) {
  const t = useTranslations('operations.handover.due');
  const fields = useTranslations('common.field');
  const format = useFormat();
  const { number } = useFormatter();
  const sentences = useSentences();
  const id = useId();
  const wrong = daysOf(due.days) === null;
  const [first] = moved;
  const effect = () => {
    if (first === undefined) return t('none');
    const { row, after } = first;
    return sentences(
      t('moves', { count: moved.length }),
      t('example', { key: row.issueKey, from: format.day(row.dueDate ?? ''), to: format.day(after) }),
      undated > 0 ? t('undated', { count: undated }) : null,
    );
  };
  return (
    <div>
      <p className="mb-1 font-medium text-12 text-fg-2">{fields('dueDate')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label={fields('dueDate')}
          value={due.shift ? 'shift' : 'stay'}
          onValueChange={(value) => onDue({ ...due, shift: value === 'shift' })}
          options={[
            { value: 'stay', label: t('stay') },
            { value: 'shift', label: t('shift') },
          ]}
        />
        {due.shift ? (
          <>
            <span className="flex items-center gap-1.5">
              <span aria-hidden>＋</span>
              <DaysInput
                label={t('days')}
                days={due.days}
                wrong={wrong}
                describedBy={`${id}-effect`}
                onDays={(days) => onDue({ ...due, days })}
              />
              <span>{t('workingDays')}</span>
            </span>
            <Segmented
              label={t('which')}
              value={due.which}
              onValueChange={(which) => onDue({ ...due, which })}
              options={[
                { value: 'overdue', label: t('overdue') },
                { value: 'all', label: t('all') },
              ]}
            />
          </>
        ) : null}
      </div>
      <p id={`${id}-effect`} className="mt-1.5 text-11 text-fg-3 leading-[17px] tabular-nums">
        {due.shift ? (wrong ? null : effect()) : t('stays', { count: number(going) })}
      </p>
    </div>
  );
}

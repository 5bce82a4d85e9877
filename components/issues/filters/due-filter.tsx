'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { Label, TextInput } from '@/components/ui/field';
import type { IssueFilter } from '@/lib/columns/issue-filter';
import { type DuePreset, duePresets } from './due-range';
import { useResultCount } from './use-result-count';

const presets: readonly DuePreset[] = ['overdue', 'today', 'thisWeek', 'nextWeek'];

interface DueFilterProps {
  filter: IssueFilter;
  /** The question for Backlog with these dates. */
  ask: (dates: Pick<IssueFilter, 'dueDateSince' | 'dueDateUntil'>) => IssueFilter | null;
  onApply: (dates: Pick<IssueFilter, 'dueDateSince' | 'dueDateUntil'>) => void;
}

/** Popover of the due date: four usual ranges, or two days. */
export function DueFilter({ filter, ask, onApply }: DueFilterProps) {
  const t = useTranslations('issues.filter');
  const { today } = useSpace();
  const id = useId();
  const [since, setSince] = useState(filter.dueDateSince ?? '');
  const [until, setUntil] = useState(filter.dueDateUntil ?? '');
  const backwards = since !== '' && until !== '' && until < since;
  const dates = { dueDateSince: since || null, dueDateUntil: until || null };
  const changed = dates.dueDateSince !== filter.dueDateSince || dates.dueDateUntil !== filter.dueDateUntil;
  const result = useResultCount(changed && !backwards ? ask(dates) : null);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!backwards) onApply(dates);
      }}
      className="p-1.5"
    >
      <div className="mb-3 flex flex-wrap gap-1.5">
        {presets.map((preset) => (
          <Button
            key={preset}
            onClick={() => {
              const range = duePresets[preset](today);
              setSince(range.since);
              setUntil(range.until);
            }}
            className="h-6 px-2 text-12 phone:h-9"
          >
            {t(`due.${preset}`)}
          </Button>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <div>
          <Label htmlFor={`${id}-since`}>{t('due.since')}</Label>
          <TextInput
            id={`${id}-since`}
            type="date"
            max="9999-12-31"
            value={since}
            onChange={(event) => setSince(event.target.value)}
          />
        </div>
        <div>
          <Label htmlFor={`${id}-until`}>{t('due.until')}</Label>
          <TextInput
            id={`${id}-until`}
            type="date"
            max="9999-12-31"
            value={until}
            aria-invalid={backwards}
            aria-describedby={backwards ? `${id}-wrong` : undefined}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
      </div>
      {backwards ? (
        <p id={`${id}-wrong`} role="alert" className="mt-1.5 text-12 text-danger">
          {t('due.backwards')}
        </p>
      ) : null}
      <Button type="submit" tone="ink" block disabled={backwards} className="mt-3 phone:h-11">
        {result === null ? t('apply') : t('applyCount', { count: result })}
      </Button>
    </form>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { useDiffText } from '@/components/plans/use-diff-text';
import { cn } from '@/components/ui/cn';
import { Segmented } from '@/components/ui/segmented';
import { shorten } from '@/lib/i18n/shorten';
import type { RunConflict } from './run-data';
import { canBeTaken } from './take-conflicts';

interface ConflictReviewProps {
  conflict: RunConflict;
  /** The person wants their own values. */
  mine: boolean;
  onMine: (mine: boolean) => void;
}

const columns =
  'grid grid-cols-[120px_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)] gap-x-3 phone:grid-cols-[88px_minmax(0,1fr)]';

/** One issue: what was planned from, what stands there now and by whom, what the person wanted; and the choice. */
export function ConflictReview({ conflict, mine, onMine }: ConflictReviewProps) {
  const t = useTranslations('runs.conflicts');
  const format = useFormat();
  const { origin } = useSpace();
  const { issueKey, summary, state, by, fields } = conflict;
  const note = state === 'changed' ? null : t(`state.${state}`);
  return (
    <li className="border-line border-b py-4 last:border-b-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-[200px] flex-1">
          <p className="font-medium">
            <a
              href={`${origin}/view/${encodeURIComponent(issueKey)}`}
              target="_blank"
              rel="noreferrer"
              className="mr-2 font-normal text-fg-2 tabular-nums underline decoration-line-control underline-offset-3"
            >
              {issueKey}
            </a>
            {summary}
          </p>
          <p className="text-12 text-fg-3">
            {by ? t('by', { by: by.name, at: format.instant(by.at) }) : null}
            {note ? <span className={cn(by && 'ml-2', 'text-fg-2')}>{note}</span> : null}
          </p>
        </div>
        {canBeTaken(conflict) ? (
          <Segmented
            label={t('choice', { key: issueKey })}
            value={mine ? 'take' : 'keep'}
            onValueChange={(value) => onMine(value === 'take')}
            options={[
              { value: 'keep', label: t('keep') },
              { value: 'take', label: t('take') },
            ]}
          />
        ) : null}
      </div>
      {fields.length > 0 ? <Values fields={fields} mine={mine} /> : null}
    </li>
  );
}

function Values({ fields, mine }: { fields: RunConflict['fields']; mine: boolean }) {
  const t = useTranslations('runs.conflicts');
  const text = useDiffText();
  return (
    <div className="mt-2 rounded-ctl border border-line text-12">
      <div
        aria-hidden
        className={cn(columns, 'rounded-t-ctl bg-surface-2 px-3 py-1 text-11 text-fg-3 phone:hidden')}
      >
        <span>{t('field')}</span>
        <span>{t('planned')}</span>
        <span>{t('now')}</span>
        <span>{t('yours')}</span>
      </div>
      {fields.map(({ field, diff, planned, now, yours, inConflict }) => (
        <dl key={field} className={cn(columns, 'items-baseline gap-y-1 border-line border-t px-3 py-1.5')}>
          <div className="truncate text-fg-2 phone:col-span-2 phone:font-medium">
            <dt className="sr-only">{t('field')}</dt>
            <dd>{text.field(field, [diff])}</dd>
          </div>
          <Value name={t('planned')}>
            <span className="text-fg-3">{shorten(text.value(field, planned, [diff]))}</span>
          </Value>
          <Value name={t('now')}>
            <span className={cn(inConflict && !mine && 'font-semibold')}>
              {shorten(text.value(field, now, [diff]))}
            </span>
          </Value>
          <Value name={t('yours')}>
            <span
              className={cn(
                'rounded-tag px-1.5 py-px',
                mine ? 'bg-accent-soft-2 font-medium text-accent-text' : 'text-fg-2 ring-1 ring-line-2',
              )}
            >
              {shorten(text.value(field, yours, [diff]))}
            </span>
          </Value>
        </dl>
      ))}
    </div>
  );
}

/** On a phone the name stands before the value, elsewhere in the head. */
function Value({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0 [overflow-wrap:anywhere] phone:contents">
      <dt className="sr-only phone:not-sr-only phone:text-fg-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

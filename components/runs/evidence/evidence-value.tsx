'use client';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { EvidenceLine } from '@/lib/i18n/evidence/lines';

/** What a field became: as approved, and beside it what Backlog shows where that is something else. */
export function EvidenceValue({ line, reason }: { line: EvidenceLine; reason: string }) {
  const t = useTranslations('evidence');
  const { planned, after, undo, undoneBy, result } = line;
  const value = planned ?? after;
  // A step is told as a deed, what came of it as a thing: two texts that mean the same.
  const isStep = line.issueKey === '';
  const differs = planned !== null && after !== null && after.text !== planned.text;
  return (
    <>
      {value === null ? null : (
        <span className={result === 'applied' || result === 'unchanged' ? undefined : 'text-fg-3'}>
          <span aria-hidden className="hidden text-fg-3 phone:inline">
            {'→ '}
          </span>
          {value.text}
        </span>
      )}
      {differs ? (
        <span className={cn('block', result === 'applied' && !isStep ? 'text-warn' : 'text-fg-2')}>
          {t('inBacklog', { value: after.text })}
        </span>
      ) : null}
      {reason === '' ? null : <span className="block text-11 text-fg-2">{reason}</span>}
      {undoneBy === null ? null : <span className="block text-11 text-fg-2">{undo}</span>}
    </>
  );
}

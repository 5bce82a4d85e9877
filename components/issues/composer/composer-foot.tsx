'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ErrorCallout } from '@/components/layout/error-callout';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import type { ActionError } from '@/lib/actions/action-result';
import type { Pile } from '@/lib/bulk/plan';
import { SignInLink } from '../sign-in-link';
import type { Effect } from './effect';

const looks: readonly { pile: Pile; figure: string; bar: string }[] = [
  { pile: 'change', figure: 'text-accent-text', bar: 'bg-accent' },
  { pile: 'unchanged', figure: 'text-fg', bar: 'bg-line-2' },
  { pile: 'needsReview', figure: 'text-warn', bar: 'bg-warn-fill' },
  { pile: 'blocked', figure: 'text-danger', bar: 'bg-danger-fill' },
];

interface ComposerFootProps {
  /** Null while no change is complete. */
  effect: Effect | null;
  /** Selected issues that are not loaded here: the preview will tell about them. */
  unknown: number;
  /** Why no preview can be made now; null when it can. */
  obstacle: string | null;
  error: ActionError | null;
  submitting: boolean;
  onSubmit: () => void;
}

/** What it comes to, and the way to the preview. */
export function ComposerFoot({ effect, unknown, obstacle, error, submitting, onSubmit }: ComposerFootProps) {
  const t = useTranslations('composer');
  const piles = useTranslations('common.pile');
  const { number } = useFormatter();
  const shown = effect ? looks.filter(({ pile }) => effect.piles[pile] > 0) : [];
  return (
    <div className="flex-none border-line border-t bg-surface px-4 pt-3 pb-3.5">
      {error ? <ErrorCallout error={error} action={<SignInLink error={error} />} className="mb-3" /> : null}
      {effect ? (
        <>
          <div className="mb-1.5 flex flex-wrap items-baseline gap-x-3.5 tabular-nums">
            {shown.map(({ pile, figure }) => (
              <span key={pile} className={cn('whitespace-nowrap', figure)}>
                <b className="text-15">{number(effect.piles[pile])}</b>{' '}
                <span className="text-12">{piles(pile)}</span>
              </span>
            ))}
            {effect.open > 0 ? (
              <span className="whitespace-nowrap text-fg-2">
                <b className="text-15">{number(effect.open)}</b> <span className="text-12">{t('open')}</span>
              </span>
            ) : null}
            <span className="flex-1" />
            <span className="whitespace-nowrap text-11 text-fg-3">{t('total', { count: effect.total })}</span>
          </div>
          <div aria-hidden className="mb-3 flex h-1.5 gap-0.5">
            {shown.map(({ pile, bar }) => (
              <span
                key={pile}
                className={cn('rounded-[3px]', bar)}
                style={{ flexGrow: effect.piles[pile] }}
              />
            ))}
            {effect.open > 0 ? (
              <span
                className="rounded-[3px] border border-line-control border-dashed"
                style={{ flexGrow: effect.open }}
              />
            ) : null}
          </div>
          {effect.open > 0 ? <p className="mb-2 text-11 text-fg-3">{t('openNote')}</p> : null}
          {unknown > 0 ? <p className="mb-2 text-11 text-fg-3">{t('unknown', { count: unknown })}</p> : null}
        </>
      ) : null}
      <Spoken effect={effect} />
      <Button
        tone="ink"
        size="xl"
        block
        className="phone:h-12"
        // Stays focusable, so the reason can be read.
        aria-disabled={obstacle !== null || submitting}
        aria-describedby="composer-note"
        onClick={() => {
          if (obstacle === null && !submitting) onSubmit();
        }}
      >
        {submitting ? <Spinner /> : null}
        {submitting ? t('submitting') : t('submit')}
        {submitting ? null : (
          <kbd className="ml-0.5 rounded-tag border border-current/35 px-1 font-sans text-11 phone:hidden">
            Ctrl ↵
          </kbd>
        )}
      </Button>
      <p id="composer-note" className="mt-2 text-center text-11 text-fg-3">
        {obstacle ?? t('nothingChanges')}
      </p>
    </div>
  );
}

/** The figures for screen readers, when the person has paused. */
function Spoken({ effect }: { effect: Effect | null }) {
  const t = useTranslations('composer');
  const text = effect ? t('spoken', { ...effect.piles, total: effect.total, open: effect.open }) : '';
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}

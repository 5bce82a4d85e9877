'use client';
import { ChevronDown, ChevronRight, Eye, EyeOff, KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Label } from '@/components/ui/field';
import { Spinner } from '@/components/ui/spinner';
import { FieldFailure } from './field-failure';
import type { FailureText } from './use-failure-text';

interface ApiKeyFormProps {
  /** Origin of the space, for the page where keys are issued; null for a demo space, which has none. */
  origin: string | null;
  open: boolean;
  onToggle: () => void;
  /** What was typed is the caller's, so folding the form or changing the space keeps it. */
  value: string;
  onChange: (value: string) => void;
  onSubmit: () => void;
  busy: boolean;
  failure: FailureText | null;
}

/** The other way in, folded: a person's own API key. */
export function ApiKeyForm(props: ApiKeyFormProps) {
  const { origin, open, onToggle, value, onChange, onSubmit, busy, failure } = props;
  const t = useTranslations('signIn.apiKey');
  const [visible, setVisible] = useState(false);
  const Chevron = open ? ChevronDown : ChevronRight;
  const Reveal = visible ? Eye : EyeOff;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy) onSubmit();
  }

  return (
    <div className="mt-3.5">
      <button
        type="button"
        aria-expanded={open}
        aria-controls="api-key"
        onClick={onToggle}
        className="flex items-center gap-1.5 py-1.5 font-medium text-fg-2 phone:min-h-11"
      >
        <Chevron size={14} aria-hidden />
        {t('toggle')}
        <span className="ml-1 font-normal text-12 text-fg-3">{t('who')}</span>
      </button>
      <form id="api-key" hidden={!open} onSubmit={submit} noValidate className="pt-1.5 pl-5">
        <Label htmlFor="api-key-value">{t('label')}</Label>
        <div
          className={cn(
            'flex h-[38px] items-center rounded-ctl border border-line-control bg-surface focus-within:border-focus focus-within:shadow-[0_0_0_3px_var(--accent-soft-2)]',
            failure &&
              'border-danger focus-within:border-danger focus-within:shadow-[0_0_0_3px_var(--danger-soft)]',
          )}
        >
          <KeyRound size={14} aria-hidden className="ml-2.5 shrink-0 text-fg-3" />
          <input
            id="api-key-value"
            name="apiKey"
            type={visible ? 'text' : 'password'}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
            aria-invalid={failure !== null}
            aria-describedby={failure ? 'api-key-failure' : undefined}
            className="h-full min-w-0 flex-1 bg-transparent px-2 text-13 text-fg tabular-nums outline-none"
          />
          <button
            type="button"
            onClick={() => setVisible(!visible)}
            aria-label={visible ? t('hide') : t('show')}
            className="grid size-8 place-items-center text-fg-3"
          >
            <Reveal size={14} aria-hidden />
          </button>
        </div>
        {failure ? <FieldFailure id="api-key-failure" text={failure} /> : null}
        <div className="mt-2.5 flex items-center gap-3">
          <Button type="submit" size="lg" aria-disabled={busy}>
            {busy ? <Spinner /> : null}
            {t('submit')}
          </Button>
          {origin ? (
            <a
              href={`${origin}/EditApiSettings.action`}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-h-6 items-center text-12 underline decoration-fg-3 underline-offset-3 hover:decoration-fg"
            >
              {t('howTo')}
            </a>
          ) : null}
        </div>
      </form>
    </div>
  );
}

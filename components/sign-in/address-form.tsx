'use client';
import { ArrowRight, ChevronDown, Globe } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Label } from '@/components/ui/field';
import { Spinner } from '@/components/ui/spinner';
import { FieldFailure } from './field-failure';
import { type Ending, endings, isEnding, isWholeAddress, splitAddress } from './split-address';
import type { FailureText } from './use-failure-text';

export interface TypedAddress {
  text: string;
  ending: Ending;
}

interface AddressFormProps {
  value: TypedAddress;
  onChange: (value: TypedAddress) => void;
  onSubmit: () => void;
  checking: boolean;
  failure: FailureText | null;
}

/** Asks for the space. The ending is a visible choice, never a guess; a pasted URL fills both parts. */
export function AddressForm({ value, onChange, onSubmit, checking, failure }: AddressFormProps) {
  const t = useTranslations('signIn');
  const input = useRef<HTMLInputElement>(null);
  // The page has one thing to do.
  useEffect(() => input.current?.focus(), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!checking) onSubmit();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Label htmlFor="space-address">{t('address')}</Label>
      <div
        className={cn(
          'flex h-11 items-center rounded-card border border-line-control bg-surface focus-within:border-focus focus-within:shadow-[0_0_0_3px_var(--accent-soft-2)]',
          failure &&
            'border-danger focus-within:border-danger focus-within:shadow-[0_0_0_3px_var(--danger-soft)]',
        )}
      >
        <Globe size={14} aria-hidden className="ml-3 shrink-0 text-fg-3" />
        <input
          ref={input}
          id="space-address"
          name="address"
          value={value.text}
          onChange={(event) => onChange({ ...value, text: event.target.value })}
          onPaste={(event) => {
            const pasted = splitAddress(event.clipboardData.getData('text'));
            if (!pasted) return;
            event.preventDefault();
            onChange({ text: pasted.id, ending: pasted.ending });
          }}
          placeholder={t('addressPlaceholder')}
          autoComplete="url"
          autoCapitalize="none"
          spellCheck={false}
          inputMode="url"
          maxLength={500}
          aria-invalid={failure !== null}
          aria-describedby="space-address-hint"
          className="h-full min-w-0 flex-1 bg-transparent px-2 text-14 text-fg outline-none placeholder:text-fg-3"
        />
        <span className="relative h-full shrink-0">
          <select
            aria-label={t('ending')}
            value={value.ending}
            disabled={isWholeAddress(value.text)}
            onChange={(event) => {
              if (isEnding(event.target.value)) onChange({ ...value, ending: event.target.value });
            }}
            className="h-full appearance-none rounded-r-card border-line-2 border-l bg-transparent pr-8 pl-3 text-13 text-fg-2 disabled:text-fg-off"
          >
            {endings.map((ending) => (
              <option key={ending} value={ending}>
                {ending}
              </option>
            ))}
          </select>
          <ChevronDown
            size={12}
            aria-hidden
            className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-fg-2"
          />
        </span>
      </div>
      {failure ? (
        <FieldFailure id="space-address-hint" text={failure} />
      ) : (
        <p id="space-address-hint" className="mt-2 text-12 leading-[19px] text-fg-3">
          {t('addressHint')}
        </p>
      )}
      <Button type="submit" tone="ink" size="xl" block className="mt-4" aria-disabled={checking}>
        {checking ? <Spinner /> : null}
        {checking ? t('checking') : failure ? t('checkAgain') : t('next')}
        {checking || failure ? null : <ArrowRight size={14} aria-hidden />}
      </Button>
    </form>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import type { ActionError } from '@/lib/actions/action-result';

interface ErrorCalloutProps {
  error: ActionError;
  action?: ReactNode;
  className?: string;
}

/** One failure in words: what happened, what was not done, what to do next; the code last, in grey. */
export function ErrorCallout({ error, action, className }: ErrorCalloutProps) {
  const t = useTranslations('errors');
  const common = useTranslations('common');
  return (
    <Callout tone="danger" role="alert" action={action} {...(className ? { className } : {})}>
      {t(error.code, sentenceValues(error))}{' '}
      <span className="whitespace-nowrap text-fg-3">
        {error.reference
          ? common('errorReference', { reference: error.reference })
          : common('errorCode', { code: error.code })}
      </span>
    </Callout>
  );
}

/** Sentences may name these values; ones that a failure does not carry are shown as a dash. */
function sentenceValues(error: ActionError): Record<string, string | number> {
  const known = { calls: '—', count: '—', host: '—', message: '—', field: '—', project: '—' };
  const carried = Object.entries(error.details).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, value] as const] : [],
  );
  return { ...known, ...Object.fromEntries(carried) };
}

'use client';
import { useMessages, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ErrorCode } from '@/lib/errors';

/** The sentence of a stored error code; one that this version does not know gets the general sentence. */
export function useFailureText(): (code: string | null) => string {
  const t = useTranslations('errors');
  const { errors } = useMessages();
  return useMemo(() => {
    const isKnown = (code: string | null): code is ErrorCode => code !== null && code in errors;
    const values = { calls: '—', count: '—', host: '—', message: '—', field: '—', project: '—' };
    return (code) => t(isKnown(code) ? code : 'INTERNAL', values);
  }, [t, errors]);
}
